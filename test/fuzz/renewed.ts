/** A thing that is started anew after so many uses: what many cases leave behind shall neither slow nor hide the others. */
export class Renewed<T extends { stop(): Promise<void> }> {
  private current: T | undefined;
  private uses = 0;

  public constructor(
    private readonly most: number,
    private readonly start: () => Promise<T>
  ) {}

  public async use(): Promise<T> {
    if (this.current === undefined || this.uses >= this.most) {
      await this.stop();
      this.current = await this.start();
      this.uses = 0;
    }
    this.uses += 1;
    return this.current;
  }

  public async stop(): Promise<void> {
    await this.current?.stop();
    this.current = undefined;
  }
}
