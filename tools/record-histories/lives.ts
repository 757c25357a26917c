import { sealInbox } from '../../src/store/tickets/inboxes';
import { ALWAYS_OPEN } from './always-open';
import { exampleInput } from './example-input';
import { FIRST_ATTENTION } from './first-attention';
import { AGENT, CLIENT, type History, type RecordedTicket, type RecordingDesk } from './recording-desk';

const HOUR_MS = 3_600_000;

/** Whole lives of a ticket, worth replaying under every later version of the workflow, by name. */
export const LIVES: Readonly<Record<string, (desk: RecordingDesk) => Promise<History[]>>> = {
  'closed-by-person': closedByPerson,
  'closed-by-silence': closedBySilence,
  split: split,
  'continued-as-new': continuedAsNew,
  'reply-against-closing': replyAgainstClosing,
  'paid-session': paidSession,
  'moved-to-other-rules': movedToOtherRules,
};

async function closedByPerson(desk: RecordingDesk): Promise<History[]> {
  const ticket = await desk.register(exampleInput('100001'));
  await ticket.command('categorize', { type: 'technical_problem', note: 'Sí es un error' });
  await ticket.command('prioritize', { impact: 'one_user', urgency: 'degraded' });
  await ticket.until('an agent', ({ assigneeId }) => assigneeId === AGENT.id);
  await ticket.command('attend', FIRST_ATTENTION);
  await ticket.command('recordPhoneCall', {
    at: new Date(Date.now() - 60_000).toISOString(),
    minutes: 3,
    number: '555 010 0000',
    summary: 'Se revisó juntos',
    outcome: 'answered',
  });
  await ticket.command('addNote', { body: 'Es la versión anterior del corte' });
  await solve(ticket);
  await ticket.reply('Todavía no suma');
  await ticket.until('the reply', ({ status }) => status === 'waiting_support');
  await solve(ticket);
  await ticket.command('retract', { reason: 'Faltaba un paso' });
  await solve(ticket);
  await ticket.command('close', { reason: 'accepted' }, CLIENT);
  return ticket.histories();
}

async function closedBySilence(desk: RecordingDesk): Promise<History[]> {
  const wait = { waitingClientHours: 6 / 3600, reminderHours: [4 / 3600, 2 / 3600] };
  const ticket = await desk.register(exampleInput('100002', { calendar: ALWAYS_OPEN, wait }));
  await classify(ticket);
  await ticket.until('an agent', ({ assigneeId }) => assigneeId === AGENT.id);
  await ticket.command('attend', FIRST_ATTENTION);
  await ticket.command('postMessage', { body: '¿En qué sucursal?', awaitsClient: true });
  await ticket.reply('En la del centro');
  await ticket.until('the reply', ({ status }) => status === 'waiting_support');
  await solve(ticket);
  return ticket.histories();
}

async function split(desk: RecordingDesk): Promise<History[]> {
  const ticket = await desk.register(exampleInput('100003'));
  const parts = [
    { subject: 'El corte no suma', description: 'Falta una venta', type: 'technical_problem' },
    { subject: '¿Cómo exporto?', description: 'A una hoja de cálculo', type: 'question' },
  ];
  await ticket.command('split', { parts: parts.slice(1), keepOriginal: true });
  await ticket.command('refer', { description: 'Un reporte a la medida', keepOpen: true });
  await ticket.command('split', { parts, keepOriginal: false });
  return ticket.histories();
}

async function continuedAsNew(desk: RecordingDesk): Promise<History[]> {
  const ticket = await desk.register(exampleInput('100004', { historyLimit: 60 }));
  await classify(ticket);
  await ticket.until('an agent', ({ assigneeId }) => assigneeId === AGENT.id);
  await ticket.command('attend', FIRST_ATTENTION);
  await solve(ticket);
  for (let note = 1; note <= 10; note += 1) await ticket.command('addNote', { body: `Nota ${note}` });
  await ticket.reply('Todavía no suma');
  await ticket.until('the reply', ({ status }) => status === 'waiting_support');
  await ticket.command('close', { reason: 'withdrawn' }, CLIENT);
  return ticket.histories();
}

async function replyAgainstClosing(desk: RecordingDesk): Promise<History[]> {
  const ticket = await desk.register(exampleInput('100005'));
  await classify(ticket);
  await ticket.until('an agent', ({ assigneeId }) => assigneeId === AGENT.id);
  await ticket.reply('Una cosa más', { told: false });
  // Refused: the reply stands against it.
  await ticket.command('close', { reason: 'out_of_scope', message: 'No es nuestro' }).catch(() => undefined);
  await ticket.until('the reply', ({ version }) => version >= 5);
  await sealInbox(desk.store, '100005', { token: 'lost', dueAt: null, handled: [] });
  await ticket.handle.signal('replyReceived');
  await ticket.handle.cancel();
  await ticket.until('the cancel request on record', ({ version }) => version >= 6);
  await Promise.all(
    Array.from({ length: 12 }, (_, note) => ticket.command('addNote', { body: `Nota ${note}` })),
  );
  await ticket.command('close', { reason: 'duplicate', duplicateOf: '100001', message: 'Es el mismo' });
  return ticket.histories();
}

/** The ticket's history, and then the session's. */
async function paidSession(desk: RecordingDesk): Promise<History[]> {
  const ticket = await desk.register(exampleInput('100006'));
  await ticket.command('requestSession', { platform: 'zoom', reason: 'Verlo juntos' }, CLIENT);
  const session = desk.session('session-100006-1');
  await session.until('the request', ({ state }) => state === 'requested');
  await session.quote(AGENT, 116_000);
  await session.quote(AGENT, 58_000);
  await session.command('acceptQuote', {}, CLIENT);
  await session.pay();
  const startsAt = new Date(Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + 72 * HOUR_MS).toISOString();
  await session.command('chooseSlot', { startsAt }, CLIENT);
  await session.until('the meeting', ({ meeting }) => meeting !== null);
  await session.command('cancelSession', { reason: 'Ya no es necesaria' }, CLIENT);
  await session.handle.result();
  await ticket.until('the end', ({ remoteSessions }) => remoteSessions[0]?.state === 'cancelled');
  await ticket.command('close', { reason: 'withdrawn' }, CLIENT);
  return [...(await ticket.histories()), await session.handle.fetchHistory()];
}

/** The wait is counted anew, by an earlier end than the one that its timer was set to. */
async function movedToOtherRules(desk: RecordingDesk): Promise<History[]> {
  const input = exampleInput('100007', { calendar: ALWAYS_OPEN });
  const ticket = await desk.register(input);
  await classify(ticket);
  await ticket.until('an agent', ({ assigneeId }) => assigneeId === AGENT.id);
  await ticket.command('attend', FIRST_ATTENTION);
  await solve(ticket);
  const wait = { waitingClientHours: 8 / 3600, reminderHours: [3 / 3600] };
  const policy = { ...input.policy, ...wait, version: 2 };
  const calendar = { ...ALWAYS_OPEN, version: 2 };
  await ticket.command('migratePolicy', { policy, calendar, reason: 'Otro horario' });
  return ticket.histories();
}

async function classify(ticket: RecordedTicket): Promise<void> {
  await ticket.command('categorize', { type: 'technical_problem' });
  await ticket.command('prioritize', { impact: 'one_user', urgency: 'inconvenience' });
}

async function solve(ticket: RecordedTicket): Promise<void> {
  await ticket.command('proposeSolution', { summary: 'El corte ya suma', origin: 'platform' });
}
