import { SYSTEM, type Actor } from '../../../src/domain/actor';
import { decideSession } from '../../../src/domain/session/decide';
import type { SessionEvent, SessionEventData, SessionEventName } from '../../../src/domain/session/events';
import { evolveSession } from '../../../src/domain/session/evolve';
import {
  isSessionMoney,
  moneyOf,
  moneyTrail,
  type SessionMoney,
} from '../../../src/domain/session/session-money';
import { AGENT, aSession, BUYER, CONDITIONS, intentOf, later, START, SUPERVISOR, T0 } from './sessions';

/** A session step by step, with what each step said of the money. */
class Story {
  session = aSession();
  readonly events: SessionEvent[] = [];
  readonly told: SessionMoney[] = [];

  step<N extends SessionEventName>(
    name: N,
    data: Partial<SessionEventData[N]> = {},
    { actor = SYSTEM, at = T0 }: { actor?: Actor; at?: string } = {},
  ): this {
    const event = decideSession(this.session, intentOf(name, data), { at, actor, commandId: 'c' });
    if (!event) throw new Error(`${name} says nothing`);
    const money = moneyOf(this.session, event);
    if (money) this.told.push(money);
    this.session = evolveSession(this.session, event);
    this.events.push(event);
    return this;
  }

  paid(): this {
    this.step('quoted', {}, { actor: AGENT });
    this.step('accepted', {}, { actor: BUYER });
    return this.step('checkout_opened').step('captured').step('checkout_closed');
  }

  get steps(): [string, number][] {
    return this.told.map(({ step, amountMinor }) => [step, amountMinor]);
  }
}

test('quote, acceptance, payment and refund are told with their amounts, who did them and by what they are known', () => {
  const story = new Story().paid();
  story.step('slot_chosen', {}, { actor: BUYER });
  story.step('cancelled', {}, { actor: BUYER, at: later(START, -2) });
  story.step('refunded', { totalMinor: 58_000 });
  expect(story.steps).toEqual([
    ['quoted', 116_000],
    ['accepted', 116_000],
    ['paid', 116_000],
    ['refund_owed', 58_000],
    ['refunded', 58_000],
  ]);
  expect(story.told[0]).toMatchObject({ by: AGENT.id, method: null, paymentId: null, currency: 'MXN' });
  expect(story.told[2]).toMatchObject({ by: null, method: 'card', paymentId: 'pi_1' });
  expect(story.told[4]).toMatchObject({ paymentId: 'pi_1', reference: 're_1' });
});

test('a new quote, a refused card, a second payment and a dispute are told apart', () => {
  const story = new Story();
  story.step('quoted', {}, { actor: AGENT });
  story.step('quoted', { amountMinor: 58_000 }, { actor: AGENT });
  story.step('accepted', {}, { actor: BUYER }).step('checkout_opened').step('payment_refused');
  story.step('captured', { amountMinor: 58_000 });
  story.step('captured', { paymentId: 'pi_2', amountMinor: 58_000, currency: 'mxn' });
  story.step('disputed').step('dispute_settled', { won: false, amountMinor: 20_000 });
  expect(story.steps).toEqual([
    ['quoted', 116_000],
    ['quoted_again', 58_000],
    ['accepted', 58_000],
    ['card_refused', 58_000],
    ['paid', 58_000],
    ['not_due', 58_000],
    ['disputed', 58_000],
    ['dispute_lost', 20_000],
  ]);
  expect(story.told[5]).toMatchObject({ paymentId: 'pi_2', currency: 'MXN' });
});

test('a transfer carries the reference of the bank and who confirmed it', () => {
  const story = new Story();
  story.step('quoted', {}, { actor: AGENT });
  const transfer = { method: 'transfer', paymentId: 'transfer:SPEI-1', reference: 'SPEI-1' } as const;
  story.step('captured', transfer, { actor: SUPERVISOR });
  expect(story.told.at(-1)).toMatchObject({
    step: 'paid',
    method: 'transfer',
    reference: 'SPEI-1',
    by: SUPERVISOR.id,
  });
});

test('steps without money say nothing of it', () => {
  const story = new Story().paid();
  const before = story.told.length;
  story.step('slot_chosen', {}, { actor: BUYER }).step('meeting_ready').step('access_opened');
  story.step('started', {}, { actor: AGENT, at: START }).step('ended', {}, { actor: AGENT, at: START });
  expect(story.told).toHaveLength(before);
});

test('the trail from the record is what was told step by step', () => {
  const story = new Story().paid().step('cancelled', {}, { actor: BUYER }).step('refunded');
  const { id, folio, organizationId, clientId, platform, reason } = story.session;
  const request = { id, folio, organizationId, clientId, platform, reason, conditions: CONDITIONS, at: T0 };
  expect(moneyTrail(request, story.events)).toEqual(story.told);
});

test.each([null, 7, {}, { seq: 1, at: T0, step: 'stolen', amountMinor: 1, currency: 'MXN' }])(
  'what has not its form is none: %p',
  (value) => {
    expect(isSessionMoney(value)).toBe(false);
  },
);
