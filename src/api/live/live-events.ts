import type { Logger } from 'pino';
import { epochMs, instantAt } from '../../domain/instant';
import { isStaff } from '../../domain/access/role';
import { presenceChangedSince } from '../../store/desk/presence';
import type { Store } from '../../store/store';
import { Audience } from './audience';
import { ChangedSessions } from './changed-sessions';
import type { Listener } from './listener';
import { OVERLAP_MS, writtenSince, type WrittenEvent } from './written-events';

/** How soon after it is written an event is told. */
const PERIOD_MS = 400;
/** More than this in one look is told as "fetch again". */
const AT_ONCE = 2_000;
const RESYNC_PAUSE_MS = 10_000;

/**
 * Watches the events that are written and tells those who listen in this process. It looks only while somebody
 * listens; every process looks for itself, so that it does not matter which one wrote.
 */
export class LiveEvents {
  private readonly listeners = new Set<Listener>();
  /** Told already, with when they were written; only those inside the overlap can come again. */
  private readonly told = new Map<string, number>();
  /** By folio, the last change of presence that was told. */
  private readonly presenceTold = new Map<string, string>();
  private readonly sessions: ChangedSessions;
  private sinceMs = 0;
  private resyncedMs = 0;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly options: { store: Store; logger: Logger; clock: () => Date }) {
    this.sessions = new ChangedSessions(options.store);
  }

  /** How many streams a person has open here. */
  openFor(userId: string): number {
    return [...this.listeners].filter(({ principal }) => principal.userId === userId).length;
  }

  /** @returns what to call when the listener has gone */
  add(listener: Listener): () => void {
    if (this.closed) {
      listener.end();
      return () => undefined;
    }
    if (this.listeners.size === 0) this.begin();
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Ends every stream: readers come back by themselves, to another process. */
  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    for (const listener of this.listeners) listener.end();
    this.listeners.clear();
  }

  private begin(): void {
    this.sinceMs = this.options.clock().getTime();
    this.told.clear();
    this.schedule();
  }

  private schedule(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), PERIOD_MS);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    if (this.closed || this.listeners.size === 0) return;
    try {
      const events = await writtenSince(this.options.store, this.sinceMs, AT_ONCE);
      const fresh = events.filter(({ _id }) => !this.told.has(_id));
      if (events.length === AT_ONCE) this.resync();
      else await this.tell(fresh);
      this.remember(events);
      await this.tellPresence();
      await this.tellSessions();
    } catch (error) {
      // The store is away: the cursor stands still, and nothing is lost once it is back.
      this.options.logger.warn(
        { cause: error instanceof Error ? error.name : 'unknown' },
        'live updates wait',
      );
    }
    if (!this.closed && this.listeners.size > 0) this.schedule();
  }

  /** In a storm of events everybody fetching again at every look would be the greater storm. */
  private resync(): void {
    this.sinceMs = this.options.clock().getTime();
    if (this.sinceMs - this.resyncedMs < RESYNC_PAUSE_MS) return;
    this.resyncedMs = this.sinceMs;
    for (const listener of this.listeners) listener.resync();
  }

  private async tell(events: readonly WrittenEvent[]): Promise<void> {
    if (events.length === 0) return;
    const audience = new Audience(this.options.store);
    for (const listener of [...this.listeners]) {
      for (const event of events)
        if ((await audience.mayHear(listener.principal, event)) && (await listener.isStillThere()))
          listener.tell(event);
    }
  }

  /** Only support hears of it, and who is not there need not look. */
  private async tellPresence(): Promise<void> {
    const staff = [...this.listeners].filter(({ principal }) => isStaff(principal.role));
    if (staff.length === 0) return;
    const since = instantAt(this.options.clock().getTime() - OVERLAP_MS);
    for (const { _id, changedAt } of await presenceChangedSince(this.options.store, since)) {
      if (this.presenceTold.get(_id) === changedAt) continue;
      this.presenceTold.set(_id, changedAt);
      for (const listener of staff) listener.tellPresence(_id);
    }
    for (const [folio, changedAt] of this.presenceTold)
      if (changedAt < since) this.presenceTold.delete(folio);
  }

  private async tellSessions(): Promise<void> {
    const { store, clock } = this.options;
    await this.sessions.tell([...this.listeners], new Audience(store), clock().getTime());
  }

  private remember(events: readonly WrittenEvent[]): void {
    for (const { _id, writtenAt } of events) {
      const at = epochMs(writtenAt);
      this.told.set(_id, at);
      this.sinceMs = Math.max(this.sinceMs, at);
    }
    for (const [id, at] of this.told) if (at < this.sinceMs - OVERLAP_MS) this.told.delete(id);
  }
}
