import pino from 'pino';
import { createTicketActivities } from '../../src/activities/activities';
import { FolioCounter } from '../../src/store/tickets/folio-counter';
import { stateQuery, ticketWorkflowId } from '../../src/workflows/messages';
import { readAllEvents } from '../../src/store/tickets/events';
import { checkInvariants } from '../support/fault-invariants';
import type { FaultService } from '../support/fault-service';
import { askClient, LIFE_CYCLE, register, type Cast } from '../support/fault-steps';
import { useFaultService } from '../support/use-fault-service';
import { waitUntil } from '../../tools/toolchain/wait-until';

let service: FaultService;
let cast: Cast;

useFaultService((started) => ({ service, cast } = started));

async function walk(folio: string, steps: number): Promise<void> {
  for (const step of LIFE_CYCLE.slice(0, steps)) {
    const { who, request } = step.ask(cast, folio);
    expect((await who.insist(request)).status).toBeLessThan(300);
  }
}

async function closeTicket(folio: string): Promise<void> {
  const closing = { reason: 'out_of_scope', message: 'Lo atiende otra área.' };
  await cast.agent.succeed('PUT', `/tickets/${folio}/closure`, closing);
  await waitUntil(
    'the archive',
    30_000,
    async () => (await service.store.archive.exists({ _id: folio })) !== null,
  );
}

test('a lost read model is built anew from the workflows, tombstones included', async () => {
  const folios = await Promise.all(LIFE_CYCLE.map(() => register(cast)));
  await Promise.all(folios.map((folio, steps) => walk(folio, steps)));
  await closeTicket(folios[0]!);
  await checkInvariants(service, cast);
  const open = folios.slice(1);
  const { store } = service;
  const [before, events] = [await store.tickets.find().sort({ _id: 1 }).lean(), await eventsOf(open)];
  const facts = await factsOf();
  expect(Object.keys(facts)).toHaveLength(folios.length + 1);

  await store.tickets.deleteMany({});
  await store.events.deleteMany({ folio: { $in: open } });
  await Promise.all([store.reportFacts.deleteMany({}), store.reportDays.deleteMany({})]);
  const { how, output } = await service.tool('tools/rebuild.js');
  expect([how, output]).toEqual(['code 0', expect.stringContaining(`rebuilt ${open.length} open tickets`)]);

  expect(await store.tickets.find().sort({ _id: 1 }).lean()).toEqual(before);
  expect(await eventsOf(open)).toEqual(events);
  expect(await factsOf()).toEqual(facts);
  const days = await store.reportDays.find().lean();
  expect(days.filter(({ marks, madeFrom }) => marks !== madeFrom)).toEqual([]);
  await checkInvariants(service, cast);
}, 180_000);

/** What the reports count, by kind and folio. */
async function factsOf(): Promise<Record<string, unknown>> {
  const buckets = await service.store.reportFacts.find().lean();
  return Object.assign(
    {},
    ...buckets.map(({ _id, facts }) =>
      Object.fromEntries(Object.entries(facts).map(([folio, fact]) => [`${_id} ${folio}`, fact])),
    ),
  ) as Record<string, unknown>;
}

async function eventsOf(folios: string[]): Promise<unknown[]> {
  return Promise.all(folios.map((folio) => readAllEvents(service.store, folio, 100)));
}

test('a projection attempt that arrives after the archive changes nothing', async () => {
  const { store, client } = service;
  const folio = await register(cast);
  await askClient(cast, folio);
  const { ticket } = await client.workflow.getHandle(ticketWorkflowId(folio)).query(stateQuery);
  const events = await readAllEvents(store, folio, ticket.version);
  await closeTicket(folio);
  await checkInvariants(service, cast);
  const [archived] = await store.archive.find({ _id: folio }).lean();

  const activities = createTicketActivities({
    store,
    folios: new FolioCounter(store),
    logger: pino({ level: 'silent' }),
    tellTicket: () => Promise.resolve(),
    wakeRelay: () => undefined,
  });
  const straggler = { ticket, events, handledReplies: [], dueChanged: true, opening: false };
  await activities.project(straggler);
  expect(await activities.project({ ...straggler, opening: true })).toEqual({ archived: true });

  expect(await store.archive.find({ _id: folio }).lean()).toEqual([archived]);
  await checkInvariants(service, cast);
}, 120_000);
