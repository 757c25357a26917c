import pino from 'pino';
import { createTicketActivities, type TicketActivities } from '../../src/activities/activities';
import type { Search } from '../../src/activities/assignment';
import { createAgent } from '../../src/store/desk/agents';
import { FolioCounter } from '../../src/store/tickets/folio-counter';
import { openStore, type Store } from '../../src/store/store';
import { testServers } from '../support/servers';
import { aTicket, type TicketStory } from '../support/ticket-builder';
import { AGENT } from '../support/registration';

let store: Store;
let activities: TicketActivities;

beforeEach(async () => {
  store = await openStore((await testServers()).mongoUri);
  activities = createTicketActivities({
    store,
    folios: new FolioCounter(store),
    logger: pino({ level: 'silent' }),
    tellTicket: () => Promise.resolve(),
    wakeRelay: () => undefined,
  });
  for (const _id of [AGENT.id, 'agent-2']) {
    const rest = { skills: ['technical_problem'], capacity: 5, available: true, workingCalendar: null };
    await createAgent(store, { _id, email: `${_id}@e-optics.test`, name: _id, ...rest });
  }
});

afterEach(() => store?.close());

const searchFor = ({ ticket, now }: TicketStory): Search => ({
  folio: ticket.folio,
  type: ticket.type,
  priority: ticket.priority!,
  since: ticket.createdAt,
  exceptAgentId: ticket.assigneeId,
  at: now,
  version: ticket.version,
});

async function project({ ticket, events }: TicketStory): Promise<void> {
  const projection = { ticket, events, handledReplies: [], dueChanged: false, opening: true };
  await activities.project(projection);
}

const foliosOf = async (id: string): Promise<string[]> =>
  (await store.agents.findById(id).lean())?.folios ?? [];

async function expectNobodyWaits(): Promise<void> {
  expect(await store.waiters.countDocuments()).toBe(0);
  expect(await foliosOf('agent-2')).toEqual([]);
}

test('a search that was given up leaves no waiter behind a ticket that has its agent', async () => {
  const story = aTicket().classified();
  const late = searchFor(story);
  await project(story.after({ ms: 1 }).taken());
  expect(await activities.findAssignee(late)).toEqual({ agentId: null, lookAgainAt: null });
  await expectNobodyWaits();
  expect(await foliosOf(AGENT.id)).toEqual([story.ticket.folio]);
});

test('nor when the assignment is on record and its snapshot is still to be written', async () => {
  const story = aTicket().classified();
  const late = searchFor(story);
  await project(story);
  const before = await store.tickets.find().lean();
  await project(story.after({ ms: 1 }).taken());
  await store.tickets.deleteMany({});
  await store.tickets.insertMany(before);
  await activities.findAssignee(late);
  await expectNobodyWaits();
});

test('an assignment that was lost with its task settles nothing: the search begun after it goes on', async () => {
  const lost = aTicket().classified().taken();
  await project(lost);
  await store.agents.updateMany({}, { $set: { folios: [] } });
  const search = searchFor(aTicket().classified().after({ minutes: 1 }));
  expect(await activities.findAssignee(search)).toMatchObject({ agentId: expect.any(String) as string });
});

test('whoever asks for another agent gets one', async () => {
  const story = aTicket().classified().taken();
  await project(story);
  const search = searchFor(story.after({ minutes: 1 }).step('requestAssignment', {}));
  expect(await activities.findAssignee(search)).toEqual({ agentId: 'agent-2' });
});
