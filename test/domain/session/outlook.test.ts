import { sessionActions, SESSION_ACTIONS, type SessionCaller } from '../../../src/domain/session/actions';
import { sessionOutlook, type SessionOutlook } from '../../../src/domain/session/outlook';
import { receiptOf } from '../../../src/domain/session/receipt';
import { SESSION_STATES, type RemoteSession } from '../../../src/domain/session/session';
import { stuckSteps } from '../../../src/domain/session/stuck';
import { START, T0, aSession, intentOf, later, sessionIn, step, SUPERVISOR } from './sessions';

const CLIENT: SessionCaller = { userId: 'client-1', role: 'client' };
const AGENT: SessionCaller = { userId: 'agent-1', role: 'agent' };
const BOSS: SessionCaller = { userId: 'supervisor-1', role: 'supervisor' };

function look(session: RemoteSession, caller = CLIENT, at = T0): SessionOutlook {
  return sessionOutlook(session, caller, { at, lostAt: null, ticketClosed: false });
}

test.each([
  ['requested', 'requested', 'support', 'requestValidUntil', ['cancel']],
  ['quoted', 'quoted', 'client', 'quoteValidUntil', ['pay', 'cancel', 'put_invoice_data']],
  ['checkout', 'awaiting_payment', 'client', 'paymentPageExpiresAt', ['pay', 'cancel', 'put_invoice_data']],
  ['paid', 'choose_time', 'client', 'chooseTimeBefore', ['choose_slot', 'cancel', 'put_invoice_data']],
  ['scheduled', 'scheduled', null, 'freeCancellationUntil', ['choose_slot', 'cancel', 'put_invoice_data']],
  ['completed', 'completed', null, undefined, ['put_invoice_data']],
] as const)('in %s the client knows what comes', (state, situation, nextActor, to, actions) => {
  const seen = look(sessionIn(state));
  expect(seen).toMatchObject({ situation, nextActor, actions, stuck: [] });
  expect(seen.countdown?.to).toBe(to);
});

test('nothing is invoiced of a quote that ended unpaid', () => {
  const expired = step(sessionIn('quoted'), intentOf('lapsed'));
  expect(look(expired).actions).toEqual([]);
});

test('at the moment of the session access and attendance come one after the other', () => {
  const session = sessionIn('scheduled');
  const early = look(session, AGENT, later(START, -1));
  expect(early.actions).not.toContain('read_access');
  expect(early.actions).not.toContain('start');
  expect(early.countdown).toEqual({ to: 'accessOpensAt', at: later(START, -1 / 6) });
  expect(look(session, CLIENT, later(START, -0.1)).actions).toEqual([
    'read_access',
    'cancel',
    'put_invoice_data',
  ]);
  const open = look(session, AGENT, later(START, 0.01)).actions;
  expect(open).toEqual(
    expect.arrayContaining(['read_access', 'start', 'agent_absent', 'record_attendance', 'cancel']),
  );
  expect(open).not.toContain('client_absent');
  expect(look(session, AGENT, later(START, 0.25)).actions).toContain('client_absent');
  expect(look(session, { ...AGENT, userId: 'another' }, START).actions).not.toContain('read_access');
});

test('what a caller may do is what the rules let through, in every state', () => {
  for (const state of SESSION_STATES) {
    const session = sessionIn(state);
    for (const caller of [CLIENT, AGENT, BOSS]) {
      const actions = sessionActions(session, caller, { at: T0, lostAt: null, ticketClosed: false });
      expect(SESSION_ACTIONS).toEqual(expect.arrayContaining(actions));
      const cancel = intentOf('cancelled', { reason: '' });
      const cancels = (): RemoteSession =>
        step(session, cancel, { actor: { id: caller.userId, role: caller.role } });
      if (actions.includes('cancel')) expect(cancels()).not.toBe(session);
    }
  }
});

test('a closed ticket takes no quote and no payment', () => {
  const setting = { at: T0, lostAt: null, ticketClosed: true };
  expect(sessionActions(sessionIn('quoted'), CLIENT, setting)).not.toContain('pay');
  expect(sessionActions(sessionIn('requested'), AGENT, setting)).not.toContain('quote');
});

const troubled = (
  duty: 'refund' | 'create_meeting',
  rounds: number,
  from = sessionIn('scheduled'),
): RemoteSession =>
  Array.from({ length: rounds }).reduce<RemoteSession>(
    (session) => step(session, intentOf('troubled', { duty, code: 'x', retryAt: later(T0, 1) })),
    from,
  );

test.each([
  ['create_meeting', 1, 'meeting_not_made', 'retry'],
  ['create_meeting', 2, 'meeting_not_made', 'give_meeting'],
  ['refund', 1, 'refund_not_sent', 'retry'],
  ['refund', 4, 'refund_not_sent', 'confirm_refund'],
] as const)('%s that failed %i times has one action', (duty, rounds, why, action) => {
  const session = troubled(duty, rounds);
  expect(stuckSteps(session, null)).toEqual([{ since: T0, why, code: 'x', action }]);
  expect(look(session).nextActor).toBe('support');
});

test('the action of a stuck step is one that somebody of support may take', () => {
  const owing = step(sessionIn('paid'), intentOf('cancelled'));
  const stuck = [
    troubled('create_meeting', 1),
    troubled('create_meeting', 2),
    troubled('refund', 1, owing),
    troubled('refund', 4, owing),
    step(sessionIn('scheduled'), intentOf('unattended'), { at: later(START, 0.25) }),
    step(
      step({ ...sessionIn('scheduled'), platform: 'anydesk', meeting: null }, intentOf('access_opened')),
      intentOf('reminded'),
    ),
    transferOwed(),
  ];
  for (const session of stuck) {
    const { stuck: steps, actions } = look(session, BOSS, later(T0, 0.5));
    expect(steps).toHaveLength(1);
    const late = look(session, BOSS, later(START, 0.3)).actions;
    expect([...actions, ...late]).toContain(steps[0]!.action);
  }
});

test('an execution that was ended from outside is mended by trying again', () => {
  const lost = { at: T0, lostAt: T0, ticketClosed: false };
  const seen = sessionOutlook(sessionIn('quoted'), AGENT, lost);
  expect(seen.stuck).toEqual([{ since: T0, why: 'execution_ended', code: null, action: 'retry' }]);
  expect(seen.actions).toContain('retry');
});

test('a meeting that an agent enters ends the trouble of making one', () => {
  const given = step(
    troubled('create_meeting', 3, { ...sessionIn('scheduled'), meeting: null }),
    intentOf('meeting_given'),
  );
  expect(stuckSteps(given, null)).toEqual([]);
  expect(given.meeting).toEqual({ startsAt: START });
});

test('the receipt splits the price into net and VAT, to the centavo', () => {
  expect(receiptOf(aSession())).toBeNull();
  expect(receiptOf(sessionIn('paid'))).toEqual({
    number: 'R-100001-1',
    paymentId: 'pi_1',
    method: 'card',
    paidAt: T0,
    amount: 116_000,
    net: 100_000,
    vat: 16_000,
    vatRate: 0.16,
    currency: 'MXN',
    refunded: 0,
    refundDue: 0,
  });
});

function transferOwed(): RemoteSession {
  const transfer = { paymentId: 'transfer:7', method: 'transfer' as const, reference: '7' };
  const paid = step(sessionIn('quoted'), intentOf('captured', transfer), { actor: SUPERVISOR });
  return step(paid, intentOf('cancelled'));
}
