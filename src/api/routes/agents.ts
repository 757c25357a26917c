import type { AGENT_ROUTES } from '../../contract/agents';
import { may } from '../../domain/access/permissions';
import { isStaff } from '../../domain/access/role';
import type { VersionedCalendar } from '../../domain/calendar';
import { TICKET_TYPES } from '../../domain/classification/ticket-types';
import { findCalendar } from '../../store/accounts/calendars';
import { changeUser } from '../../store/accounts/users';
import {
  changeAgent,
  findAgent,
  setAvailable,
  type AgentChange,
  type AgentDocument,
} from '../../store/desk/agents';
import { versionOf } from '../../store/mongo/versions';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import { onRecord, type HandlersOf } from '../handler';
import { assertSeen, versionTagOf } from '../http/edited-version';
import type { Principal } from '../principal';
import { comparePlaces, pageOfAll, type Place } from './account-page';
import { addAgent } from './agents/addition';
import { handOver, ticketsLeft } from './agents/handover';
import { offerWaitingTickets } from './agents/waiting-tickets';

export const agentHandlers: HandlersOf<typeof AGENT_ROUTES> = {
  async listAgents({ query }, { store }) {
    const agents = await store.agents.find().lean<AgentDocument[]>().exec();
    const sorted = agents.sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
    return { status: 200, body: pageOfAll('agents', sorted, query, { place: placeOf, show: agentView }) };
  },

  async createAgent({ body, commandId }, deps) {
    const { skills, workingCalendarId, ...person } = body;
    assertKnownTypes(skills);
    const workingCalendar = await calendarOf(deps, workingCalendarId);
    const agent = await addAgent(deps, { ...person, skills, workingCalendar }, commandId);
    if (agent === null) throw new ApiError('already_exists', 'email');
    await offerWaitingTickets(deps);
    return { status: 201, ...answer(agent) };
  },

  changeAgent: onRecord(find, async (request, deps) => {
    const { id } = request.params;
    const { workingCalendarId, ...change } = request.body;
    assertKnownTypes(change.skills ?? []);
    const hours =
      workingCalendarId === undefined ? {} : { workingCalendar: await calendarOf(deps, workingCalendarId) };
    const checked = (before: AgentDocument): AgentChange => {
      assertSeen(request, agentView(before));
      return { ...change, ...hours };
    };
    const agent = await changeAgent(deps.store, id, checked);
    // After what the version guards: a change that is refused changes no name either.
    if (agent && change.name !== undefined)
      await changeUser(deps.store, id, { name: change.name }, deps.clock());
    return { status: 200, ...answer(await offeredTickets(deps, agent)) };
  }),

  setAvailability: onRecord(find, async ({ principal, params: { id }, body: { available } }, deps) => {
    assertOwnOrManaged(principal, id);
    const agent = await offeredTickets(deps, await setAvailable(deps.store, id, available));
    const tickets = available ? [] : await ticketsLeft(deps.store, agent);
    return { status: 200, body: { ...agentView(agent), tickets } };
  }),

  handOver: onRecord(find, async ({ principal, params: { id }, commandId, bodyHash }, deps, agent) => {
    assertOwnOrManaged(principal, id);
    return { status: 200, body: await handOver(deps, agent, { principal, commandId, bodyHash }) };
  }),
};

/** Clients do not know who the agents are. */
async function find(
  principal: Principal,
  { id }: { id: string },
  { store }: Deps,
): Promise<AgentDocument | null> {
  return isStaff(principal.role) ? findAgent(store, id) : null;
}

/**
 * Lets waiting tickets know of an agent who has just been changed.
 * @throws ApiError `not_found` when there was none any more
 */
async function offeredTickets(deps: Deps, changed: AgentDocument | null): Promise<AgentDocument> {
  if (changed === null) throw new ApiError('not_found');
  await offerWaitingTickets(deps);
  // Read again: an offer may just have filled a place.
  return (await findAgent(deps.store, changed._id)) ?? changed;
}

function assertOwnOrManaged(principal: Principal, id: string): void {
  if (principal.userId !== id && !mayManage(principal)) throw new ApiError('forbidden');
}

/** The scopes of a key bind here too: this permission is asked beside the route's own. */
function mayManage({ role, scopes }: Principal): boolean {
  return may(role, 'agents.manage') && (scopes === null || scopes.includes('agents.manage'));
}

function assertKnownTypes(skills: readonly string[]): void {
  const unknown = skills.findIndex((skill) => !TICKET_TYPES.some(({ id }) => id === skill));
  if (unknown >= 0) throw new ApiError('unknown_type', `skills.${unknown}`);
}

async function calendarOf({ store }: Deps, id: string | null): Promise<VersionedCalendar | null> {
  if (id === null) return null;
  const calendar = await findCalendar(store, id);
  if (calendar === null) throw new ApiError('unknown_calendar', 'workingCalendarId');
  return calendar;
}

function agentView(agent: AgentDocument): AgentView {
  const { _id: id, email, name, skills, capacity, available, workingCalendar, folios } = agent;
  return {
    id,
    email,
    name,
    skills,
    capacity,
    available,
    openTickets: folios.length,
    workingCalendar: workingCalendar && { id: workingCalendar.id, version: workingCalendar.version },
    version: versionOf(agent),
  };
}

function answer(agent: AgentDocument): { body: AgentView; headers: { ETag: string } } {
  const body = agentView(agent);
  return { body, headers: versionTagOf(body) };
}

interface AgentView {
  id: string;
  email: string;
  name: string;
  skills: string[];
  capacity: number;
  available: boolean;
  openTickets: number;
  workingCalendar: { id: string; version: number } | null;
  version: number;
}

function placeOf({ name, _id }: AgentDocument): Place {
  return [name, _id];
}
