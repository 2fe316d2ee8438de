import type { Activity } from 'botbuilder';
import * as v from 'valibot';

/** How Teams marks a file that a person sent to the bot: it lies in the person's own storage. */
const FILE_CONTENT_TYPE = 'application/vnd.microsoft.teams.file.download.info';

/** A file that a person sent in the chat. All of it comes from outside: whoever posts to the bot can put anything there. */
export interface ReceivedFile {
  /** The name without folders. */
  readonly name: string;
  /** Where it can be fetched without a sign-in, for a few minutes. */
  readonly downloadUrl: string;
}

const attachmentSchema = v.object({
  contentType: v.literal(FILE_CONTENT_TYPE),
  name: v.pipe(v.string(), v.transform(withoutFolders), v.minLength(1)),
  content: v.object({ downloadUrl: v.string() })
});

/**
 * The files of a message, in the order in which they were sent.
 * Source: Microsoft Teams documentation, "Send and receive files using bot".
 */
export function filesIn({ attachments }: Pick<Activity, 'attachments'>): ReceivedFile[] {
  return (attachments ?? []).flatMap((attachment) => {
    const { success, output } = v.safeParse(attachmentSchema, attachment);
    return success ? [{ name: output.name, downloadUrl: output.content.downloadUrl }] : [];
  });
}

function withoutFolders(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).trim();
}
