/**
 * Counts what people wait for right now, so that work nobody waits for can give way while there is much of it: under a
 * storm of requests the answers come first and what they set going follows a moment later.
 */
export class Rush {
  private inside = 0;

  /** @param from how many at once are a rush */
  constructor(private readonly from: number) {}

  /** Runs something that somebody waits for. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.inside += 1;
    try {
      return await work();
    } finally {
      this.inside -= 1;
    }
  }

  get on(): boolean {
    return this.inside >= this.from;
  }
}
