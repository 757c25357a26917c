import { pushReply } from '../../src/store/tickets/inboxes';
import { openServerDesk, type ServerDesk } from '../support/open-desk';
import { aTicketInput, CLIENT } from '../support/registration';

let server: ServerDesk;

beforeAll(async () => {
  server = await openServerDesk();
});

afterAll(() => server?.close());

/** More than are told in one round. */
const ENDED = 120;

test('a reply whose signal was lost is told, however many older ones stand before it that nobody can take', async () => {
  const { desk } = server;
  const reply = { bodyHash: '', actor: CLIENT, body: 'Hola', attachmentIds: [] };
  await Promise.all(
    Array.from({ length: ENDED }, (_none, index) =>
      pushReply(desk.store, String(800_000 + index), {
        ...reply,
        commandId: `ended-${index}`,
        receivedAt: '2020-01-01T00:00:00.000Z',
      }),
    ),
  );
  const ticket = await desk.register(aTicketInput());
  await ticket.command('assign', { agentId: 'agent-1' });
  await ticket.command('postMessage', { body: '¿En qué sucursal?', awaitsClient: true });
  expect(await ticket.push('En la del centro', new Date())).toBe('accepted');
  desk.startRelay();
  expect(await ticket.until(({ status }) => status === 'waiting_support')).toMatchObject({ waiting: null });
});
