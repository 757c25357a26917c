import { mailFailed } from '../../src/workflows/messages';
import { tellMailFailure } from '../../src/engine/tell-mail-failure';
import { openServerDesk, type ServerDesk } from '../support/open-desk';
import { ALWAYS_OPEN, aTicketInput, CLIENT } from '../support/registration';
import { taskFailures } from '../support/history-check';

let server: ServerDesk;

beforeAll(async () => {
  server = await openServerDesk();
});
afterAll(() => server?.close());

const FAILURE = { recipient: { role: 'requester', id: CLIENT.id }, kind: 'bounced' } as const;

test('a mail that failed flags its ticket once, is kept with the closing, and is told to the agent', async () => {
  const ticket = await server.desk.register(aTicketInput({ calendar: ALWAYS_OPEN }));
  await ticket.attend();
  await ticket.solve();
  const tell = (noticeId: string) => tellMailFailure(server.client, ticket.folio, { ...FAILURE, noticeId });
  expect(await tell('1')).toBe('told');
  const flagged = await ticket.until((state) => state.mailFailed === true);
  expect(flagged.status).toBe('waiting_client');
  await tell('1');
  await tell('2');
  await ticket.handle.signal(mailFailed, 'nonsense' as never);
  await ticket.command('close', { reason: 'accepted' }, { actor: CLIENT });
  await ticket.handle.result();
  const archived = await server.desk.store.archive.findById(ticket.folio).lean();
  expect(archived?.ticket.mailFailed).toBe(true);
  const failures = (await ticket.events()).filter(({ type }) => type === 'mail_failed');
  expect(failures.map(({ data }) => data)).toEqual([FAILURE]);
  expect(await tell('3')).toBe('gone');
  const kinds = await server.desk.store.notices.find({ folio: ticket.folio }).sort({ seq: 1 }).lean();
  expect(kinds.filter(({ kind }) => kind === 'mail_failed')).toMatchObject([{ role: 'assignee' }]);
  expect(kinds.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['ticket_registered', 'first_attention', 'solution_given', 'ticket_closed']),
  );
  expect(taskFailures(await ticket.handle.fetchHistory())).toEqual([]);
});
