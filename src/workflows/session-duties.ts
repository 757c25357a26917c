import { ActivityFailure } from '@temporalio/workflow';
import { epochMs, instantAt, type Instant } from '../domain/instant';
import { sessionAgenda, type SessionAppointment } from '../domain/session/agenda';
import { dutiesOf } from '../domain/session/duties';
import type { DutyName } from '../domain/session/session';
import { codeOf } from './session-outside';
import type { SessionRun } from './session-run';
import { STEPS } from './session-steps';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** News of the provider can get lost: an open page is looked at this often. */
const LOOK_EVERY_MS = 5 * MINUTE_MS;
const FIRST_PAUSE_MS = 30 * SECOND_MS;
const LONGEST_PAUSE_MS = 30 * MINUTE_MS;

/** What a session does outside and by the clock, one step at a time. */
export class SessionDuties {
  private newsOfPayments = false;
  private refusals: string[] = [];
  private lookAt: Instant | null = null;

  /** @param keepUp has MongoDB and the ticket hear of commands while a step is under way, and waits for its end */
  constructor(
    private readonly run: SessionRun,
    private readonly keepUp: (step: Promise<void>) => Promise<void>,
  ) {}

  /** Whether a step can be taken now; what waits for its next attempt has the clock. */
  get presses(): boolean {
    const now = this.run.now();
    return this.refusals.length > 0 || this.open().some((duty) => !this.pauses(duty, now));
  }

  get hasNews(): boolean {
    return this.newsOfPayments || this.refusals.length > 0;
  }

  /** Whatever came: only that the payments are to be read, or that a card was refused. */
  hearNews(news: unknown): void {
    this.newsOfPayments = true;
    const { refused, checkoutId } = (news ?? {}) as { refused?: unknown; checkoutId?: unknown };
    if (refused === true) this.refusals.push(typeof checkoutId === 'string' ? checkoutId : '');
  }

  /** Everything whose instant has come. @returns whether something changed */
  async keepClock(): Promise<boolean> {
    const { run } = this;
    const before = run.session.version;
    await run.exclusively(() => {
      const now = run.now();
      for (const { intent } of sessionAgenda(run.session).filter(({ at }) => at <= now)) {
        if (intent === 'try_again') continue;
        run.bringAbout(intent);
        // What it changed may have moved what comes after.
        if (run.session.version > before) break;
      }
      return Promise.resolve();
    });
    if (this.lookAt !== null && run.now() >= this.lookAt) {
      this.lookAt = null;
      this.newsOfPayments = true;
    }
    return run.session.version > before;
  }

  /** The most pressing step that is not waiting for its next attempt. @returns whether one was taken */
  async doNext(): Promise<boolean> {
    const { run } = this;
    for (const checkoutId of this.refusals.splice(0)) {
      run.bringAbout({ name: 'payment_refused', data: { checkoutId } });
    }
    const now = run.now();
    const [duty] = this.open().filter((name) => !this.pauses(name, now));
    if (!duty) return false;
    // Whatever comes from here on is to be read again.
    if (duty === 'read_payments') this.newsOfPayments = false;
    try {
      await this.keepUp(STEPS[duty](run, run.session));
      run.bringAbout({ name: 'recovered', data: { duty } });
    } catch (error) {
      if (duty === 'read_payments') this.newsOfPayments = true;
      if (!(error instanceof ActivityFailure)) throw error;
      const attempts = run.session.troubles.find((trouble) => trouble.duty === duty)?.attempts ?? 0;
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts, 10));
      const retryAt = instantAt(Date.now() + pause);
      run.bringAbout({ name: 'troubled', data: { duty, code: codeOf(error), retryAt } });
    }
    // A trouble whose reason is gone troubles nobody.
    for (const trouble of run.session.troubles) {
      const open = this.open();
      const unheard = trouble.duty === 'create_meeting' && open.includes('remove_meeting');
      if (!unheard && !open.includes(trouble.duty)) {
        run.bringAbout({ name: 'recovered', data: { duty: trouble.duty } });
      }
    }
    return true;
  }

  /** The nearest instant that brings something. */
  nextAppointment(): { at: Instant; summary: string } | null {
    const now = this.run.now();
    const ahead = sessionAgenda(this.run.session).filter(
      ({ at, intent }) => intent !== 'try_again' || at > now,
    );
    const next: Pick<SessionAppointment, 'at' | 'summary'> | undefined = ahead[0];
    const { checkout } = this.run.session;
    if (!checkout?.open || checkout.id === null) return next ?? null;
    this.lookAt ??= instantAt(epochMs(now) + LOOK_EVERY_MS);
    const look = { at: this.lookAt, summary: 'Looks whether the page was paid' };
    return !next || look.at < next.at ? look : next;
  }

  private open(): DutyName[] {
    const { checkout } = this.run.session;
    const expired = checkout?.open && checkout.expiresAt !== null && checkout.expiresAt <= this.run.now();
    const reads = this.newsOfPayments ? (['read_payments'] as const) : [];
    const closes = expired ? (['close_checkout'] as const) : [];
    return [...new Set<DutyName>([...reads, ...closes, ...dutiesOf(this.run.session)])];
  }

  private pauses(duty: DutyName, now: Instant): boolean {
    return this.run.session.troubles.some((trouble) => trouble.duty === duty && trouble.retryAt > now);
  }
}
