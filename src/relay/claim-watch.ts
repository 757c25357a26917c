import { claimedNotices } from '../store/notices/notice-outbox';
import type { NoticeDocument } from '../store/notices/notices';
import type { Store } from '../store/store';

/** How many claims are looked at in a round. */
const AT_ONCE = 100;

/**
 * Tells which claims were abandoned. A claim counts as abandoned once this process has watched it stand for the lease,
 * by its own steady clock: clocks of different machines are never compared.
 */
export class ClaimWatch {
  private readonly watched = new Map<string, { claim: string | null; since: number }>();

  /** @param leaseMs how long a claim is seen to stand before its process counts as dead */
  constructor(
    private readonly store: Store,
    private readonly leaseMs: number,
  ) {}

  /** Notices whose process is dead. @param inHand those that this process has claimed and works on */
  async abandoned(inHand: ReadonlySet<string>): Promise<NoticeDocument[]> {
    const now = performance.now();
    const claimed = await claimedNotices(this.store, AT_ONCE);
    const ids = new Set(claimed.map(({ _id }) => _id));
    for (const id of this.watched.keys()) if (!ids.has(id)) this.watched.delete(id);
    return claimed.filter(({ _id, claim }) => {
      const seen = this.watched.get(_id);
      if (seen?.claim !== claim) this.watched.set(_id, { claim, since: now });
      const since = seen?.claim === claim ? seen.since : now;
      return !inHand.has(_id) && now - since >= this.leaseMs;
    });
  }
}
