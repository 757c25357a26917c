import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { openServerDesk, type ServerDesk } from '../support/open-desk';
import { ALWAYS_OPEN, aTicketInput } from '../support/registration';
import { SUPERVISOR } from '../support/ticket-builder';

let server: ServerDesk;

beforeAll(async () => {
  server = await openServerDesk();
});

afterAll(() => server?.close());

test('a reply that the inbox accepted before it heard of an earlier closing stands against it', async () => {
  const ticket = await server.desk.register(aTicketInput({ calendar: ALWAYS_OPEN }));
  await ticket.attend();
  const { since } = await ticket.solve();
  const seconds = Math.ceil((Date.now() - since) / 1000) + 2;
  const policy = { ...DEFAULT_SUPPORT_POLICY, version: 2, waitingClientHours: seconds / 3600 };
  const release = server.desk.hold('project');
  const migration = { policy, calendar: ALWAYS_OPEN, reason: 'Menos horas' };
  await ticket.command('migratePolicy', migration, { actor: SUPERVISOR });
  const due = Date.parse((await ticket.state()).waiting!.autoCloseAt);
  await waitUntil('the closing to be due', 20_000, () => Date.now() > due);
  expect(await ticket.reply('Sigo aquí', new Date())).toBe('accepted');
  release();
  const after = await ticket.until(({ status }) => status !== 'waiting_client');
  expect(after).toMatchObject({ status: 'waiting_support', closure: null });
  await waitUntil('the reply to be on record', 20_000, async () => {
    const events = await ticket.events();
    return events.some(({ type, data }) => type === 'message_posted' && data.body === 'Sigo aquí');
  });
});
