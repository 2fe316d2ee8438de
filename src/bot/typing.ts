import type { TurnContext } from 'botbuilder';

/** Teams shows "typing" for some seconds only. */
const AGAIN_AFTER_MS = 3000;

/**
 * Does some work for an answer, and shows the person that the bot is at it unless the result is there at once: what is
 * made from memory is, what asks the site or Teams is not. It says so again until the result is there and no longer,
 * unlike `ShowTypingMiddleware` of botbuilder 4.23, whose timer can fire when the turn is over, and then nothing
 * catches the error and the process ends.
 */
export async function showingTyping<T>(context: TurnContext, work: () => Promise<T>): Promise<T> {
  const result = work();
  if (await isThereAtOnce(result)) {
    return result;
  }
  // The answer does not depend on it; a conversation that takes no "typing" may take the answer.
  const type = async (): Promise<void> => void (await context.sendActivity({ type: 'typing' }).catch(() => undefined));
  await type();
  const again = setInterval(() => void type(), AGAIN_AFTER_MS);
  try {
    return await result;
  } finally {
    clearInterval(again);
  }
}

/** Whether work is done without waiting for anything outside the process. */
async function isThereAtOnce(result: Promise<unknown>): Promise<boolean> {
  const done = result.then(
    () => true,
    () => true
  );
  return Promise.race([done, new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);
}
