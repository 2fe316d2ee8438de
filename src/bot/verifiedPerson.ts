import { TeamsInfo } from 'botbuilder';
import type { TurnContext } from 'botbuilder';
import * as v from 'valibot';

/** A person as Teams itself says who they are. */
export interface VerifiedPerson {
  /** The person's id in the directory. */
  readonly key: string;
  /** The person's address in small letters, by which the site knows them too. */
  readonly email: string;
}

/** Teams did not say who sent an activity, so nothing may be done in anybody's name. */
export class PersonNotVerifiedError extends Error {
  public constructor(cause?: unknown) {
    super('Teams did not say who the person is; try again, or check that the bot is still installed for them', { cause });
    this.name = 'PersonNotVerifiedError';
  }
}

/** Teams names the id in the directory either way, depending on the request. */
const memberSchema = v.pipe(
  v.object({
    aadObjectId: v.optional(v.string()),
    objectId: v.optional(v.string()),
    email: v.nullish(v.string()),
    userPrincipalName: v.nullish(v.string())
  }),
  v.transform(({ aadObjectId, objectId, email, userPrincipalName }) => ({
    key: (aadObjectId ?? objectId ?? '').toLowerCase(),
    // A guest's principal name is none of their addresses.
    email: (email || userPrincipalName || '').toLowerCase()
  }))
);

/**
 * Who sent an activity: asked of Teams by the sender's id in the conversation, never read from what the message or
 * the card says. Source: Microsoft Teams documentation, "Get Teams specific context for your bot".
 * @throws PersonNotVerifiedError
 */
export async function verifiedPerson(context: TurnContext): Promise<VerifiedPerson> {
  let member: unknown;
  try {
    member = await TeamsInfo.getMember(context, context.activity.from.id);
  } catch (error) {
    throw new PersonNotVerifiedError(error);
  }
  const person = v.safeParse(memberSchema, member);
  if (!person.success || person.output.key === '' || person.output.email === '') {
    throw new PersonNotVerifiedError();
  }
  return person.output;
}
