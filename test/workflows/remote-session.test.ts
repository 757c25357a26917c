import { findAccess } from '../../src/store/remote-sessions/session-access';
import { readLedger } from '../../src/store/remote-sessions/ledger';
import { readSessionEvents } from '../../src/store/remote-sessions/remote-sessions';
import { eventsIn, taskFailures } from '../support/history-check';
import { refusalOf } from '../support/desk';
import { CLIENT } from '../support/registration';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { openSessionDesk, type DeskSession, type SessionDesk } from '../support/session-desk';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const SUPERVISOR = { id: 'supervisor-1', role: 'supervisor' } as const;

let sessions: SessionDesk;

beforeAll(async () => {
  sessions = await openSessionDesk();
  await sessions.desk.hire('agent-1');
}, 120_000);

// What a test that failed has left the providers with is none of the next one's.
beforeEach(() => {
  const calm = { failing: 0, garbage: 0, losing: 0, dying: 0, delayMs: 0 };
  for (const { mischief } of [sessions.payments, sessions.meetings]) Object.assign(mischief, calm);
});

afterAll(() => sessions.close());

/** The next free time, at least `hours` ahead. */
async function choose(session: DeskSession, hours = 48): Promise<number> {
  for (let at = Math.ceil(((await sessions.now()) + hours * HOUR) / HOUR) * HOUR; ; at += HOUR) {
    const chosen = session.command('chooseSlot', { startsAt: new Date(at).toISOString() }, CLIENT);
    if ((await refusalOf(chosen)) === 'accepted') return at;
  }
}

async function names(session: DeskSession): Promise<string[]> {
  return (await readSessionEvents(sessions.desk.store, session.id)).map(({ name }) => name);
}

test('a session goes from the request to its end by itself, and the ticket is held meanwhile', async () => {
  const session = await sessions.request();
  await session.ticket.attend();
  const paymentId = await session.pay();
  await session.ticket.until(({ remoteSessions }) => remoteSessions[0]?.state === 'paid');
  const closing = session.ticket.command('close', { reason: 'resolved', message: 'Listo' });
  expect(await refusalOf(closing)).toBe('session_open');

  const start = await choose(session);
  await session.until(({ meeting }) => meeting !== null);
  const access = await findAccess(sessions.desk.store, session.id);
  const [meeting] = [...sessions.meetings.meetings.values()].slice(-1);
  expect(JSON.parse(sessions.vault.open(access!.sealed, session.id))).toEqual({
    link: meeting!.joinUrl,
    password: meeting!.passcode,
  });
  expect(JSON.stringify(access)).not.toContain(meeting!.passcode);

  await sessions.sleepUntil(start - 9 * MINUTE);
  await session.until(({ accessOpened }) => accessOpened);
  await sessions.sleepUntil(start);
  await session.command('attendSession', { outcome: 'started' });
  await session.handle.result();

  const told = await names(session);
  expect(told.filter((name) => name === 'reminded')).toHaveLength(2);
  expect(told.slice(-5)).toEqual(['access_opened', 'started', 'warned', 'time_up', 'meeting_removed']);
  const events = await readSessionEvents(sessions.desk.store, session.id);
  const at = (name: string): number => Date.parse(events.find((event) => event.name === name)!.at);
  expect(at('warned') - at('started')).toBeLessThan(51 * MINUTE);
  expect(at('time_up')).toBeGreaterThanOrEqual(start + HOUR);
  expect(at('time_up')).toBeLessThan(start + HOUR + 1_000);

  expect(await findAccess(sessions.desk.store, session.id)).toBeNull();
  expect(meeting!.state).toBe('deleted');
  expect(await readLedger(sessions.desk.store, [session.id])).toMatchObject([
    { kind: 'captured', paymentId, amountMinor: 116_000, kept: true },
  ]);
  await session.ticket.until(({ remoteSessions }) => remoteSessions[0]?.state === 'completed');
  const history = await session.handle.fetchHistory();
  expect(taskFailures(history)).toEqual([]);
  const text = JSON.stringify(eventsIn(history));
  expect(text).not.toContain(meeting!.passcode);
  expect(text).not.toContain(Buffer.from(meeting!.joinUrl).toString('base64').slice(0, 20));
});

test('silence does not close a ticket over a paid session', async () => {
  const session = await sessions.request();
  await session.ticket.attend();
  const { due } = await session.ticket.solve();
  await session.pay();
  await sessions.sleepUntil(due + HOUR);
  expect((await session.ticket.state()).status).toBe('waiting_client');
  await session.command('cancelSession', { reason: 'Ya no' }, CLIENT);
  await session.handle.result();
  await session.ticket.until(({ status }) => status === 'waiting_support');
});

test('a session that nobody held gives the client another time or the money back', async () => {
  const session = await sessions.request();
  await session.pay();
  const start = await choose(session);
  await sessions.sleepUntil(start + HOUR + MINUTE);
  await session.until(({ state, booking, meeting }) => state === 'paid' && !booking && !meeting);
  await session.command('cancelSession', { reason: 'No se presentaron' }, CLIENT);
  await session.handle.result();
  expect(await readLedger(sessions.desk.store, [session.id])).toMatchObject([
    { kind: 'captured', amountMinor: 116_000 },
    { kind: 'refunded', amountMinor: 116_000 },
  ]);
});

test('the client does not come: the session counts as given', async () => {
  const session = await sessions.request();
  await session.pay();
  const start = await choose(session);
  await sessions.sleepUntil(start + MINUTE);
  const early = session.command('attendSession', { outcome: 'client_absent' });
  expect(await refusalOf(early)).toBe('too_early');
  await sessions.sleepUntil(start + 16 * MINUTE);
  await session.command('attendSession', { outcome: 'client_absent' });
  await session.handle.result();
  expect((await session.state()).payments[0]).toMatchObject({ refundedMinor: 0, refundDueMinor: 0 });
});

test('a page that nobody pays expires, and the quote can be accepted again until it ends', async () => {
  const session = await sessions.request();
  await session.quote();
  const first = await session.checkout();
  await sessions.sleepUntil((await sessions.now()) + 2 * HOUR);
  await session.until(({ state }) => state === 'quoted');
  expect(sessions.payments.checkouts.get(first)!.status).toBe('expired');
  const second = await session.checkout();
  expect(second).not.toBe(first);
  await sessions.payments.pay(second);
  // The news is lost: the session looks by itself.
  await sessions.sleepUntil((await sessions.now()) + 6 * MINUTE);
  await session.until(({ state }) => state === 'paid');
});

test('a second capture after a transfer goes back in full', async () => {
  const session = await sessions.request();
  await session.quote();
  const checkoutId = await session.checkout();
  await sessions.payments.pay(checkoutId);
  await session.command('confirmTransfer', { reference: 'SPEI-1', attachmentId: 'file-1' }, SUPERVISOR);
  await session.until(
    ({ payments }) => payments.length === 2 && payments.every((one) => one.refundDueMinor === 0),
  );
  expect((await session.state()).payments).toMatchObject([
    { id: 'transfer:SPEI-1', kept: true, refundedMinor: 0 },
    { kept: false, refundedMinor: 116_000 },
  ]);
});

test('of two sessions that are paid with the same transfer at once, one is', async () => {
  const both = [await sessions.request(), await sessions.request()];
  for (const session of both) await session.quote();
  const transfer = { reference: 'SPEI-TWICE', attachmentId: 'file-1' };
  const answers = await Promise.all(
    both.map((session) => refusalOf(session.command('confirmTransfer', transfer, SUPERVISOR))),
  );
  expect([...answers].sort()).toEqual(['accepted', 'transfer_used']);
  const states = await Promise.all(both.map(async (session) => (await session.state()).state));
  expect([...states].sort()).toEqual(['paid', 'quoted']);
  const first = both[answers.indexOf('accepted')]!;
  expect(await refusalOf(first.command('confirmTransfer', transfer, SUPERVISOR))).toBe('accepted');
  expect((await first.state()).payments).toHaveLength(1);
});

test('a quote ends with its ticket: it says so, and is told once', async () => {
  const session = await sessions.request();
  await session.quote();
  const { folio } = session.ticket;
  await session.ticket.command('close', { reason: 'withdrawn' }, { actor: CLIENT });
  await session.handle.result();
  expect((await names(session)).slice(-1)).toEqual(['ticket_gone']);
  const archived = await waitUntil(
    'the archive',
    20_000,
    async () => (await sessions.desk.store.archive.findById(folio).lean()) ?? undefined,
  );
  expect(archived.ticket.remoteSessions).toMatchObject([{ id: session.id, state: 'cancelled' }]);
  const mails = await sessions.desk.store.notices
    .find({ folio: session.id, kind: 'session_cancelled' })
    .lean();
  expect(mails).toHaveLength(1);
  expect(await session.state()).toMatchObject({ state: 'cancelled', checkout: null, payments: [] });
});

test('a transfer that is confirmed while the ticket closes is not kept', async () => {
  const session = await sessions.request();
  await session.quote();
  const transfer = { reference: 'SPEI-CLOSING', attachmentId: 'file-1' };
  const [closing] = await Promise.all([
    refusalOf(session.ticket.command('close', { reason: 'withdrawn' }, { actor: CLIENT })),
    refusalOf(session.command('confirmTransfer', transfer, SUPERVISOR)),
  ]);
  if (closing === 'session_open') return expect((await session.state()).state).toBe('paid');
  const { payments } = await session.until(({ state }) => state === 'cancelled');
  for (const { capturedMinor, refundDueMinor } of payments) expect(refundDueMinor).toBe(capturedMinor);
});

test('who chooses the time that is appointed already appoints nothing anew, and sees every step named', async () => {
  const session = await sessions.request();
  await session.pay();
  const startsAt = new Date(await choose(session, 72)).toISOString();
  await session.until(({ meeting }) => meeting !== null);
  const { version } = await session.command('chooseSlot', { startsAt }, CLIENT);
  expect(version).toBe((await session.state()).version);
  expect((await names(session)).filter((name) => name === 'slot_chosen')).toHaveLength(1);
  const summaries = eventsIn(await session.handle.fetchHistory()).flatMap((event) => {
    const data = (event.userMetadata as { summary?: { data?: string } } | undefined)?.summary?.data;
    return data ? [Buffer.from(data, 'base64').toString('utf8')] : [];
  });
  expect(summaries).toEqual(
    expect.arrayContaining(['"On record: slot_chosen"', '"Take the time"', '"Make the meeting"']),
  );
  await session.command('cancelSession', { reason: 'Ya no' });
  await session.handle.result();
});

test('a meeting that Zoom does not let go of is shown, and goes with the next try', async () => {
  const session = await sessions.request();
  await session.pay();
  await choose(session);
  await session.until(({ meeting }) => meeting !== null);
  sessions.meetings.mischief.refusing = { status: 400, code: 3003 };
  await session.command('cancelSession', { reason: 'Ya no' });
  const { troubles } = await session.until((one) => one.troubles.length > 0);
  expect(troubles).toMatchObject([{ duty: 'remove_meeting', code: 'meeting_provider:zoom_3003' }]);
  sessions.meetings.mischief.refusing = null;
  await session.command('retrySession', {});
  await session.handle.result();
  expect((await session.state()).troubles).toEqual([]);
});

test('a provider that fails is shown, tried again, and mended by one action; nobody is charged twice', async () => {
  const session = await sessions.request();
  await session.quote();
  sessions.payments.mischief.failing = 1_000;
  await session.command('acceptQuote', {}, CLIENT);
  const { troubles } = await session.until((one) => one.troubles.length > 0);
  expect(troubles).toMatchObject([{ duty: 'open_checkout', attempts: 1 }]);
  await waitUntil('staff see it', 20_000, async () => {
    return (await sessions.desk.store.remoteSessions.findById(session.id).lean())?.stuck === true;
  });
  sessions.payments.mischief.failing = 0;
  await session.command('retrySession', {});
  await session.until(({ checkout, troubles: left }) => checkout?.id != null && left.length === 0);
  await session.command('cancelSession', { reason: 'Prueba' }, CLIENT);
  await session.handle.result();
  expect((await session.state()).state).toBe('cancelled');
});

test('a command is on record while a provider keeps the session waiting', async () => {
  const session = await sessions.request();
  await session.quote();
  const { mischief, calls } = sessions.payments;
  calls.length = 0;
  mischief.delayMs = 6_000;
  await session.command('acceptQuote', {}, CLIENT);
  await waitUntil('the provider to be asked', 20_000, () => calls.includes('POST /v1/checkout/sessions'));
  await session.command('cancelSession', { reason: 'Prueba' }, CLIENT);
  mischief.delayMs = 0;
  await waitUntil('the command to be on record', 3_000, async () => {
    const record = await sessions.desk.store.remoteSessions.findById(session.id).lean();
    return record?.session.cancelling != null && record.session.checkout?.id === null;
  });
  await session.handle.result();
  expect((await session.state()).state).toBe('cancelled');
  expect(taskFailures(await session.handle.fetchHistory())).toEqual([]);
});

test('a refund whose answer is lost happens once', async () => {
  const session = await sessions.request();
  await session.pay();
  sessions.payments.mischief.losing = 1;
  await session.command('cancelSession', { reason: 'Prueba' }, CLIENT);
  await session.handle.result();
  const checkout = [...sessions.payments.checkouts.values()].find(
    ({ sessionId }) => sessionId === session.id,
  );
  expect(checkout!.refundedMinor).toBe(116_000);
  expect((await readLedger(sessions.desk.store, [session.id])).map(({ kind }) => kind)).toEqual([
    'captured',
    'refunded',
  ]);
});

test('answers that mean nothing change nothing', async () => {
  const session = await sessions.request();
  await session.quote();
  sessions.payments.mischief.garbage = 2;
  await session.checkout();
  sessions.meetings.mischief.garbage = 1;
  const [checkout] = [...sessions.payments.checkouts.values()].slice(-1);
  await sessions.payments.pay(checkout!.id);
  await session.tellPayment();
  await session.until(({ state }) => state === 'paid');
  await choose(session);
  await session.until(({ meeting }) => meeting !== null);
});

test('a meeting whose answer is lost stays the only one, and one of a cancelled session goes', async () => {
  const own = (id: string): { state: string }[] =>
    [...sessions.meetings.meetings.values()].filter(({ agenda }) => agenda.startsWith(`${id} `));
  const [kept, cancelled] = [await sessions.request(), await sessions.request()];
  for (const session of [kept, cancelled]) await session.pay();
  sessions.meetings.mischief.losing = 1;
  await choose(kept, 100);
  await kept.until(({ meeting }) => meeting !== null);
  expect(own(kept.id)).toMatchObject([{ state: 'waiting' }]);

  // The answer of the first attempt is lost, and every later one fails.
  Object.assign(sessions.meetings.mischief, { losing: 1, delayMs: 1_000 });
  await choose(cancelled, 150);
  await waitUntil('the meeting', 20_000, () => own(cancelled.id).length > 0);
  Object.assign(sessions.meetings.mischief, { failing: 1_000, delayMs: 0 });
  await cancelled.until(({ troubles }) => troubles.some(({ duty }) => duty === 'create_meeting'));
  sessions.meetings.mischief.failing = 0;
  await cancelled.command('cancelSession', { reason: 'Ya no' });
  await cancelled.handle.result();
  expect(own(cancelled.id)).toMatchObject([{ state: 'deleted' }]);
});

test('providers that are slow and die in the middle of every call charge once, make one meeting, refund once', async () => {
  const session = await sessions.request();
  await session.quote();
  const { payments, meetings } = sessions;
  Object.assign(payments.mischief, { delayMs: 200, dying: 1 });
  const checkoutId = await session.checkout();
  await payments.pay(checkoutId);
  payments.mischief.dying = 1;
  await session.tellPayment();
  await session.until(({ state }) => state === 'paid');
  Object.assign(meetings.mischief, { delayMs: 200, dying: 1 });
  await choose(session, 300);
  await session.until(({ meeting }) => meeting !== null);
  payments.mischief.dying = 2;
  await session.command('cancelSession', { reason: 'Ya no' }, CLIENT);
  await session.handle.result();
  Object.assign(payments.mischief, { delayMs: 0, dying: 0 });
  Object.assign(meetings.mischief, { delayMs: 0, dying: 0 });

  const pages = [...payments.checkouts.values()].filter(({ sessionId }) => sessionId === session.id);
  expect(pages).toMatchObject([{ id: checkoutId, status: 'complete', refundedMinor: 116_000 }]);
  const made = [...meetings.meetings.values()].filter(({ agenda }) => agenda.startsWith(`${session.id} `));
  expect(made).toMatchObject([{ state: 'deleted' }]);
  expect((await readLedger(sessions.desk.store, [session.id])).map(({ kind }) => kind)).toEqual([
    'captured',
    'refunded',
  ]);
});

test('a refund that the provider does not take is recorded by hand, once it has been tried', async () => {
  const session = await sessions.request();
  const paymentId = await session.pay();
  sessions.payments.mischief.failing = 100_000;
  await session.command('cancelSession', { reason: 'Ya no' }, CLIENT);
  const back = { paymentId, reference: 'SPEI-77' };
  await session.until(({ troubles }) => troubles.some(({ duty }) => duty === 'refund'));
  await session.command('confirmRefund', back, SUPERVISOR);
  sessions.payments.mischief.failing = 0;
  await session.handle.result();
  expect((await session.state()).payments).toMatchObject([{ refundedMinor: 116_000, refundDueMinor: 0 }]);
  const own = [...sessions.payments.checkouts.values()].filter(({ sessionId }) => sessionId === session.id);
  expect(own).toMatchObject([{ refundedMinor: 0 }]);
});

test('what the bank says after the end starts the session again, and is never dropped', async () => {
  const session = await sessions.request();
  await session.pay();
  await session.command('cancelSession', { reason: 'Prueba' }, CLIENT);
  await session.handle.result();
  const checkout = [...sessions.payments.checkouts.values()].find(
    ({ sessionId }) => sessionId === session.id,
  )!;
  checkout.dispute = 'lost';
  await session.tellPayment();
  await session.handle.result();
  const kinds = (await readLedger(sessions.desk.store, [session.id])).map(({ kind }) => kind);
  expect(kinds).toEqual(['captured', 'refunded', 'disputed', 'dispute_settled']);
});

test('a refund that the bank does not accept after the end is sent again, once, and told', async () => {
  const session = await sessions.request();
  await session.pay();
  await session.command('cancelSession', { reason: 'Prueba' }, CLIENT);
  await session.handle.result();
  const checkout = [...sessions.payments.checkouts.values()].find(
    ({ sessionId }) => sessionId === session.id,
  )!;
  await sessions.payments.failRefund(checkout.id);
  await session.tellPayment();
  await session.handle.result();
  expect(checkout).toMatchObject({ refundedMinor: 116_000, failedMinor: 116_000 });
  expect((await session.state()).payments).toMatchObject([{ refundedMinor: 116_000, refundDueMinor: 0 }]);
  await session.tellPayment();
  await session.handle.result();
  const kinds = (await readLedger(sessions.desk.store, [session.id])).map(({ kind }) => kind);
  expect(kinds).toEqual(['captured', 'refunded', 'refund_failed', 'refunded']);
});

test('of two sessions that want the same time with one agent, one gets it', async () => {
  const [first, second] = [await sessions.request(), await sessions.request()];
  await first.pay();
  await second.pay();
  const startsAt = new Date(Math.ceil((await sessions.now()) / HOUR) * HOUR + 200 * HOUR).toISOString();
  const outcomes = await Promise.all(
    [first, second].map((session) => refusalOf(session.command('chooseSlot', { startsAt }, CLIENT))),
  );
  expect(outcomes.sort()).toEqual(['accepted', 'slot_taken']);
});

test('the ticket tells every step of the money, once, also when the session starts again', async () => {
  const session = await sessions.request();
  await session.quote();
  await session.quote({ priceMinor: 58_000 });
  const checkoutId = await session.checkout();
  const paymentId = await sessions.payments.pay(checkoutId);
  await session.tellPayment();
  await session.until(({ state }) => state === 'paid');
  await session.command('confirmTransfer', { reference: 'SPEI-9', attachmentId: 'file-9' }, SUPERVISOR);
  await session.until(({ payments }) => payments.length === 2);
  await session.command('confirmRefund', { paymentId: 'transfer:SPEI-9', reference: 'SPEI-10' }, SUPERVISOR);
  await session.command('cancelSession', { reason: 'Ya no' }, CLIENT);
  await session.handle.result();
  // The bank's word after the end starts a run that knows nothing of what was told.
  const checkout = sessions.payments.checkouts.get(checkoutId)!;
  checkout.dispute = 'won';
  await session.tellPayment();
  await session.handle.result();

  const trail = async (): Promise<unknown[]> => {
    const events = await sessions.desk.store.events
      .find({ folio: session.ticket.folio })
      .sort({ seq: 1 })
      .lean();
    return events.flatMap((event) =>
      event.type === 'session_changed'
        ? (event.data.money ?? []).map((one) => [one.step, one.amountMinor])
        : [],
    );
  };
  const expected = [
    ['quoted', 116_000],
    ['quoted_again', 58_000],
    ['accepted', 58_000],
    ['paid', 58_000],
    ['not_due', 58_000],
    ['refunded', 58_000],
    ['refund_owed', 58_000],
    ['refunded', 58_000],
    ['disputed', 58_000],
    ['dispute_won', 58_000],
  ];
  await waitUntil('the whole trail', 20_000, async () => (await trail()).length >= expected.length);
  expect(await trail()).toEqual(expected);
  expect(paymentId).toMatch(/^pi_/);
  expect(taskFailures(await session.handle.fetchHistory())).toEqual([]);
});
