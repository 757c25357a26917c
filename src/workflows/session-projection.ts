import { project } from './session-outside';
import type { SessionRun } from './session-run';

/** The session in MongoDB, as everybody reads it. */
export class SessionProjection {
  private writtenVersion = -1;

  constructor(private readonly run: SessionRun) {}

  /** Whether MongoDB lacks something. */
  get isBehind(): boolean {
    return this.run.unwritten.length > 0 || this.writtenVersion < this.run.session.version;
  }

  /** The newest snapshot and the events it still lacks. */
  async write(): Promise<void> {
    const { run } = this;
    if (!this.isBehind) return;
    const { session, handled } = run;
    // A copy: while the write is on its way, commands go on adding to the run's own list.
    const events = [...run.unwritten];
    await project({ session, events, handled });
    this.writtenVersion = session.version;
    run.unwritten = run.unwritten.slice(events.length);
  }
}
