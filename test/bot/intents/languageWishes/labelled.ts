/**
 * A sentence with what it means: `ask fr es` and `withdraw fr` what to do for which languages, `state fr` a question
 * about what is asked or decided, `deadline` one about the last day for requests, `unsure` one that the bot must ask
 * back about, `other` nothing about interpretation. Where it names a meeting, `@10-01` is its date, `@next` the next
 * one and `@#2` its number.
 */
export type Labelled = readonly [meaning: string, text: string];
