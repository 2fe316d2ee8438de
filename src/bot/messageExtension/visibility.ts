import type { Contribution } from '../../site/contribution';

/**
 * Whether a document may be found, and put into a message, by a person.
 *
 * What the extension inserts is read by everybody in that conversation, also by people who have no access to the site,
 * and the bot reads the site as itself. So the rule is narrower than what the person could see there: a document that
 * is published, which the group gives to all its members; or, before it is, only the person's own, marked as not
 * published. The secretariat is no exception: it can see the others in the desk, but a card in a chat must not publish
 * a document before the group does. The card says nothing of findings or missing details in either case, and its
 * button leads to the document itself, which SharePoint opens only for those who may read it.
 * @param email the address of the person as Teams says it; undefined when Teams did not say it
 */
export function isShownTo({ docStatus, createdBy }: Contribution, email: string | undefined): boolean {
  return docStatus === 'published' || (email !== undefined && email !== '' && createdBy.email.toLowerCase() === email);
}
