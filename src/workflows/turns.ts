/** Pieces of work, one at a time: whoever awaits in between must find things as it left them. */
export class Turns {
  private queue: Promise<unknown> = Promise.resolve();

  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }
}
