/**
 * What two ways of writing a delegation's name have in common: capitals, accents and spaces at the ends make no
 * difference, so that nobody counts twice and nobody is missed.
 */
export function delegationKey(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

/** Whether two names are the same delegation's. */
export function isSameDelegation(one: string, other: string): boolean {
  return delegationKey(one) === delegationKey(other);
}
