import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { readAllEvents } from '../../src/store/events';
import { Desk } from '../support/desk';
import { aTicketInput } from '../support/registration';
import { startTimeSkipping, testServers } from '../support/servers';

let env: TestWorkflowEnvironment;
let desk: Desk;

beforeAll(async () => {
  env = await startTimeSkipping();
  const { mongoUri } = await testServers();
  desk = await Desk.open({ client: env.client, connection: env.nativeConnection, mongoUri });
  await desk.startWorker();
});

afterAll(async () => {
  await desk?.close();
  await env?.teardown();
});

test('silence closes at the exact business instant', async () => {
  const now = new Date(await env.currentTimeMs()).toISOString();
  const ticket = await desk.register(aTicketInput({ registeredAt: now }));
  await ticket.attend();
  await ticket.command('proposeSolution', { summary: 'Ya suma' });
  const { waiting } = await ticket.state();
  await ticket.handle.result();
  const events = await readAllEvents(desk.store, ticket.folio);
  const closed = events.at(-1)!;
  expect(closed.type).toBe('closed');
  expect(closed.data).toMatchObject({ reason: 'no_client_response', dueAt: waiting!.autoCloseAt });
  expect(Date.parse(closed.at) - Date.parse(waiting!.autoCloseAt)).toBeLessThan(1000);
  const archived = await desk.store.archive.findById(ticket.folio).lean();
  expect(archived?.ticket.closure?.reason).toBe('no_client_response');
  console.log(events.map((e) => `${e.seq} ${e.type} ${e.at}`).join('\n'));
});
