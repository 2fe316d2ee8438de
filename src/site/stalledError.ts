/** Nothing came for longer than was to be waited for; whether the request was carried out is not known. */
export class StalledError extends Error {
  public constructor(seconds: number) {
    super(`The site did not answer within ${seconds} seconds`);
    this.name = 'StalledError';
  }
}
