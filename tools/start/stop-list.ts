/** What has been started, to be stopped in the opposite order. */
export class StopList {
  private readonly entries: { name: string; stop: () => Promise<void>; kill: () => Promise<void> }[] = [];
  private stopping: Promise<void> | undefined;

  add(name: string, started: { stop(): Promise<void>; kill(): Promise<void> }): void {
    this.entries.push({ name, stop: () => started.stop(), kill: () => started.kill() });
  }

  /** True from the first wish to stop on: nothing may be started or restarted any more. */
  isStopping(): boolean {
    return this.stopping !== undefined;
  }

  /** Stops everything, last started first, each to its end before the next. Further calls wait for the first. */
  stop(): Promise<void> {
    return (this.stopping ??= this.stopInOrder());
  }

  /** Ends everything at once. */
  async kill(): Promise<void> {
    this.stopping ??= Promise.resolve();
    await Promise.all(this.entries.map(({ kill }) => kill()));
  }

  private async stopInOrder(): Promise<void> {
    for (const { stop } of [...this.entries].reverse()) await stop();
  }
}
