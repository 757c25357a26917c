import { SYSTEM, type Actor } from '../domain/actor';
import { instantAt, type Instant } from '../domain/instant';
import { decideSession } from '../domain/session/decide';
import type { SessionEvent, SessionIntent } from '../domain/session/events';
import { evolveSession, requestedSession } from '../domain/session/evolve';
import type { RemoteSession } from '../domain/session/session';
import { moneyOf, type SessionMoney } from '../domain/session/session-money';
import { MAX_HANDLED } from './messages';
import type { CarriedSession, SessionInput, SessionReceipt } from './session-messages';
import { Turns } from './turns';

/** One run of a session's workflow: the session, what is not written yet, and what it has answered. */
export class SessionRun extends Turns {
  session: RemoteSession;
  /** Of this run, for who builds the read model anew; few, since a long run continues as new. */
  readonly events: SessionEvent[] = [];
  /** Events that MongoDB does not have yet. */
  unwritten: SessionEvent[] = [];
  handled: CarriedSession['handled'];
  /** What has moved in its money and the ticket has not been told. */
  untold: SessionMoney[];

  constructor({ request, carried }: SessionInput) {
    super();
    this.session = carried?.session ?? requestedSession(request);
    this.handled = carried?.handled ?? [];
    this.untold = [...(carried?.money ?? [])];
  }

  now(): Instant {
    return instantAt(Date.now());
  }

  /** Puts a wish through the rules and onto the session. Throws DomainError when a rule refuses. */
  carryOut(intent: SessionIntent, actor: Actor, commandId: string): void {
    const event = decideSession(this.session, intent, { at: this.now(), actor, commandId });
    if (!event) return;
    const money = moneyOf(this.session, event);
    if (money) this.untold.push(money);
    this.session = evolveSession(this.session, event);
    this.unwritten.push(event);
    this.events.push(event);
  }

  /** Something that the clock or a provider brings; no rule refuses a fact. */
  bringAbout(intent: SessionIntent): void {
    this.carryOut(intent, SYSTEM, `${intent.name}/${this.session.version}`);
  }

  remember(commandId: string, bodyHash: string): void {
    this.handled = [...this.handled, { commandId, bodyHash }].slice(-MAX_HANDLED);
  }

  /** The receipt of a command that was carried out before, if it was. */
  receiptFor(commandId: string): SessionReceipt | undefined {
    const before = this.handled.find((command) => command.commandId === commandId);
    return before && this.receipt(before.bodyHash);
  }

  receipt(bodyHash: string): SessionReceipt {
    return { version: this.session.version, bodyHash };
  }
}
