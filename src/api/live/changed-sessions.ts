import { instantAt } from '../../domain/instant';
import { sessionsWrittenSince } from '../../store/remote-sessions/remote-sessions';
import type { Store } from '../../store/store';
import type { Audience } from './audience';
import type { Listener } from './listener';
import { OVERLAP_MS } from './written-events';

/** More than this in one look is told at the next. */
const AT_ONCE = 500;

/** Tells, once for every write, that a paid session changed: its steps are more than those that its ticket hears of. */
export class ChangedSessions {
  /** By session, the last write that was told. */
  private readonly told = new Map<string, string>();

  constructor(private readonly store: Store) {}

  async tell(listeners: readonly Listener[], audience: Audience, sinceMs: number): Promise<void> {
    const since = instantAt(sinceMs - OVERLAP_MS);
    for (const { _id, folio, organizationId, writtenAt } of await sessionsWrittenSince(
      this.store,
      since,
      AT_ONCE,
    )) {
      if (this.told.get(_id) === writtenAt) continue;
      this.told.set(_id, writtenAt);
      const reach = { folio, organizationId, visible: true };
      for (const listener of listeners)
        if (await audience.mayHear(listener.principal, reach)) listener.tellSession(_id);
    }
    for (const [id, writtenAt] of this.told) if (writtenAt < since) this.told.delete(id);
  }
}
