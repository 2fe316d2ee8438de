/** A place at which a service that posts reminders can be killed. */
export interface Gap {
  /** What it does there: `claim` and `send` are writes into the list of reminders, `record` is the one after the post. */
  readonly step: 'claim' | 'send' | 'post' | 'record' | 'other';
  /** Before it is carried out, or afterwards and before the answer. */
  readonly side: 'before' | 'after';
}

/** What a request to the site writes into the list of reminders, if it does. */
export function writeOf(body: unknown): Gap['step'] {
  const status = typeof body === 'string' ? /"ReminderStatus":"(\w+)"/.exec(body)?.[1] : undefined;
  switch (status) {
    case 'claimed':
      return 'claim';
    case 'sending':
      return 'send';
    case 'posted':
    case 'failed':
      return 'record';
    default:
      return 'other';
  }
}
