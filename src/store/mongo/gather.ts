/** What became of one of several things that were done together. */
export type Outcome<Answer> = { readonly answer: Answer } | { readonly error: unknown };

interface Asked<Ask, Answer> {
  readonly ask: Ask;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

const MOST_AT_ONCE = 64;

/**
 * After this time a round does not hold up what was asked behind it, ms. It ends as its own command does; but a server
 * that has stopped answering keeps one for up to half a minute, and what came later may reach it, or be told so, sooner.
 */
const PATIENCE_MS = 1_000;

/** After this time a round is given up, ms: longer than the driver's own bounds together. */
const LOST_MS = 13_000;

/** Whether the round was carried out is not known: the store did not answer. */
export class RoundLostError extends Error {
  constructor() {
    super('The store did not answer');
    this.name = 'RoundLostError';
  }
}

/**
 * Does together what is asked in the same moment, so that a busy service costs its database one command where it had
 * cost one per request. Nothing is kept: a round begins after everything in it was asked, so no answer is older than
 * its question. Whoever asks alone waits for nobody.
 */
export class Gather<Ask, Answer> {
  private waiting: Asked<Ask, Answer>[] = [];
  private running = 0;
  private called = false;

  /**
   * @param carryOut answers in the order of what was asked; when it throws, everybody of the round is told so
   * @param rounds how many may be under way at once: what is asked meanwhile gathers for the next one
   * @param lostMs after which a round is given up; everybody in it is told `RoundLostError`
   */
  constructor(
    private readonly carryOut: (asks: readonly Ask[]) => Promise<readonly Outcome<Answer>[]>,
    private readonly rounds = 2,
    private readonly lostMs = LOST_MS,
  ) {}

  ask(ask: Ask): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ask, resolve, reject });
      this.call();
    });
  }

  /** At the end of this turn of the event loop: whoever asks in the same turn is in the same round. */
  private call(): void {
    if (this.called || this.running >= this.rounds) return;
    this.called = true;
    setImmediate(() => {
      this.called = false;
      void this.round(this.waiting.splice(0, MOST_AT_ONCE));
      if (this.waiting.length > 0) this.call();
    });
  }

  private async round(asked: readonly Asked<Ask, Answer>[]): Promise<void> {
    this.running += 1;
    let holdsUp = true;
    const letOthersBy = (): void => {
      if (!holdsUp) return;
      holdsUp = false;
      this.running -= 1;
      if (this.waiting.length > 0) this.call();
    };
    const timer = setTimeout(letOthersBy, PATIENCE_MS);
    let lost: NodeJS.Timeout | undefined;
    try {
      const outcomes = await Promise.race([
        this.carryOut(asked.map(({ ask }) => ask)),
        new Promise<never>((_resolve, reject) => {
          lost = setTimeout(() => reject(new RoundLostError()), this.lostMs);
        }),
      ]);
      asked.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index];
        if (outcome && 'answer' in outcome) resolve(outcome.answer);
        else reject(outcome?.error ?? new Error('a round left a question unanswered'));
      });
    } catch (error) {
      asked.forEach(({ reject }) => reject(error));
    } finally {
      clearTimeout(timer);
      clearTimeout(lost);
      letOthersBy();
    }
  }
}
