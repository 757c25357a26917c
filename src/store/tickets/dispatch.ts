import { rankCandidates, type Candidate } from '../../domain/assignment/choose-agent';
import { isOpen, nextOpening } from '../../domain/business-time';
import { instantAt, type Instant } from '../../domain/instant';
import type { AgentDocument, AgentsStore } from '../desk/agents';
import type { WaiterDocument, WaitersStore } from './waiters';

/** An agent held for a ticket until the ticket takes it. */
export interface Reservation {
  folio: string;
  agentId: string;
}

/** Tickets looked at in one go; more wait for the next change. */
const AT_ONCE = 200;

/**
 * Gives waiting tickets to free agents: by priority, then by age. Each gift is one guarded update of the agent's
 * set of folios, so that racing dispatchers never overfill anybody.
 * @returns the reservations made now; their tickets must be told
 */
export async function dispatchWaiters(
  store: AgentsStore & WaitersStore,
  nowMs: number,
): Promise<Reservation[]> {
  const agents = await store.agents.find({ available: true }).lean<AgentDocument[]>();
  const candidates = agents.map((agent) => candidateOf(agent, nowMs));
  if (!candidates.some((candidate) => candidate.onShift && candidate.openTickets < candidate.capacity))
    return [];
  const waiters = await store.waiters
    .find({ reservedFor: null })
    .sort({ rank: 1, since: 1 })
    .limit(AT_ONCE)
    .lean<WaiterDocument[]>();
  const reservations: Reservation[] = [];
  for (const waiter of waiters) {
    const agentId = await reserve(store, waiter, candidates, nowMs);
    if (agentId) reservations.push({ folio: waiter._id, agentId });
  }
  return reservations;
}

/** Gives a reserved place back before the ticket has taken it. */
export async function withdrawReservation(
  store: AgentsStore & WaitersStore,
  folio: string,
  agentId: string,
): Promise<void> {
  await store.waiters.deleteOne({ _id: folio, reservedFor: agentId });
  await store.agents.updateOne({ _id: agentId }, { $pull: { folios: folio } });
}

/**
 * The next start of a shift of somebody with the experience, when nobody is on shift now.
 * @returns null when no such shift is in sight: a change of an agent will tell
 */
export async function nextShift(store: AgentsStore, type: string, nowMs: number): Promise<Instant | null> {
  const agents = await store.agents.find({ available: true, skills: type }).lean<AgentDocument[]>();
  const openings = agents
    .filter((agent) => agent.workingCalendar && !isOpen(nowMs, agent.workingCalendar))
    .map((agent) => nextOpening(nowMs, agent.workingCalendar!))
    .filter((opening) => opening !== null);
  return openings.length > 0 ? instantAt(Math.min(...openings)) : null;
}

async function reserve(
  store: AgentsStore & WaitersStore,
  waiter: WaiterDocument,
  candidates: Candidate[],
  nowMs: number,
): Promise<string | null> {
  const others = candidates.filter((candidate) => candidate.id !== waiter.exceptAgentId);
  for (const candidate of rankCandidates(others, waiter.type)) {
    if (!(await take(store, candidate, waiter._id, nowMs))) continue;
    const { matchedCount } = await store.waiters.updateOne(
      { _id: waiter._id, reservedFor: null },
      { $set: { reservedFor: candidate.id, reservedAt: instantAt(nowMs) } },
    );
    if (matchedCount === 1) {
      candidate.openTickets += 1;
      candidate.lastAssignedAt = instantAt(nowMs);
      return candidate.id;
    }
    // Another dispatcher was quicker for this ticket: give the place back.
    await store.agents.updateOne({ _id: candidate.id }, { $pull: { folios: waiter._id } });
    return null;
  }
  return null;
}

/** The guard stands in the filter: a free place under the capacity, and the ticket not yet there. */
async function take(
  store: AgentsStore,
  { id, capacity }: Candidate,
  folio: string,
  nowMs: number,
): Promise<boolean> {
  const { matchedCount } = await store.agents.updateOne(
    { _id: id, available: true, folios: { $ne: folio }, [`folios.${capacity - 1}`]: { $exists: false } },
    { $push: { folios: folio }, $set: { lastAssignedAt: instantAt(nowMs) } },
  );
  return matchedCount === 1;
}

function candidateOf(agent: AgentDocument, nowMs: number): Candidate {
  return {
    id: agent._id,
    skills: agent.skills,
    capacity: agent.capacity,
    available: agent.available,
    onShift: agent.workingCalendar === null || isOpen(nowMs, agent.workingCalendar),
    openTickets: agent.folios.length,
    lastAssignedAt: agent.lastAssignedAt,
  };
}
