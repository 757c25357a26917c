import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { epochMs, type Instant } from '../domain/instant';

/**
 * One durable timer for everything that a ticket waits for. It is replaced only when an earlier instant appears; a
 * later one lets the old timer ring and arms anew, which costs fewer events than a timer per change.
 */
export class Alarm {
  private scope: CancellationScope | null = null;
  private at: Instant | null = null;
  private ringing = false;

  /** Whether the timer has rung since the last look. */
  get rang(): boolean {
    return this.ringing;
  }

  /** Takes note of a ring. */
  silence(): void {
    this.ringing = false;
  }

  /** Makes sure of a ring at `next` or earlier. `summary` is what the Web UI shows beside the timer. */
  arm(next: { at: Instant; summary: string } | null): void {
    if (!next || (this.at !== null && this.at <= next.at)) return;
    this.scope?.cancel();
    this.at = next.at;
    this.scope = new CancellationScope({ cancellable: true });
    void this.scope.run(() => this.ringAt(next.at, next.summary));
  }

  private async ringAt(at: Instant, summary: string): Promise<void> {
    try {
      await sleep(Math.max(1, epochMs(at) - Date.now()), { summary });
      this.at = null;
      this.scope = null;
      this.ringing = true;
    } catch (error) {
      if (!isCancellation(error)) throw error;
    }
  }
}
