import { Schema, type Connection, type Model } from 'mongoose';
import type { VersionedCalendar } from '../../domain/calendar';
import type { Instant } from '../../domain/instant';
import { collection, type Holds } from '../mongo/collection';
import { changeVersion, type Versioned } from '../mongo/versions';
import type { WaitersStore } from '../tickets/waiters';

/** What assignment knows of an agent. The set of folios is the load: one guarded update changes it. */
export interface AgentDocument extends Versioned {
  /** The person's id. */
  _id: string;
  email: string;
  name: string;
  /** Ticket types in which the agent has experience. */
  skills: string[];
  /** Open tickets that assignment gives at most; a hand may give more. */
  capacity: number;
  available: boolean;
  /** Working hours; always on shift when null. */
  workingCalendar: VersionedCalendar | null;
  folios: string[];
  lastAssignedAt: Instant | null;
}

/** The part of the store that holds them. */
export type AgentsStore = Holds<'agents', AgentDocument>;

export type AgentChange = Partial<
  Pick<AgentDocument, 'name' | 'email' | 'skills' | 'capacity' | 'available' | 'workingCalendar'>
>;

export function agentModel(connection: Connection): Model<AgentDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      email: String,
      name: String,
      skills: [String],
      capacity: Number,
      available: Boolean,
      workingCalendar: { type: Schema.Types.Mixed, default: null },
      folios: [String],
      lastAssignedAt: { type: String, default: null },
      version: Number,
    },
    { collection: 'agents' },
  );
  schema.index({ folios: 1 });
  return collection(connection, 'Agent', schema);
}

export async function createAgent(
  store: AgentsStore,
  agent: Omit<AgentDocument, 'folios' | 'lastAssignedAt'>,
): Promise<AgentDocument> {
  const document: AgentDocument = { ...agent, folios: [], lastAssignedAt: null };
  await store.agents.insertMany([document]);
  return document;
}

export function findAgent(store: AgentsStore, id: string): Promise<AgentDocument | null> {
  return store.agents.findById(id).lean<AgentDocument>().exec();
}

/**
 * Makes the next version of what assignment knows of an agent; null when there is no such agent. The caller must then
 * look for waiting tickets (`dispatchWaiters`): written first, read second, so that none is missed.
 * @throws what `change` throws; nothing is written then
 */
export function changeAgent(
  store: AgentsStore,
  id: string,
  change: (agent: AgentDocument) => AgentChange,
): Promise<AgentDocument | null> {
  return changeVersion(store.agents, id, change);
}

/**
 * An agent comes or goes. That is a state, as the load is, and makes no version: whoever is changing their experience
 * meanwhile need not look again. The caller must then look for waiting tickets, as after `changeAgent`.
 */
export function setAvailable(
  store: AgentsStore,
  id: string,
  available: boolean,
): Promise<AgentDocument | null> {
  return store.agents
    .findOneAndUpdate({ _id: id }, { $set: { available } }, { returnDocument: 'after' })
    .lean<AgentDocument>()
    .exec();
}

/** The ticket is this agent's now and nobody else's. */
export async function giveFolio(
  store: AgentsStore & WaitersStore,
  folio: string,
  agentId: string,
): Promise<void> {
  await store.agents.updateOne({ _id: agentId }, { $addToSet: { folios: folio } });
  await store.agents.updateMany({ folios: folio, _id: { $ne: agentId } }, { $pull: { folios: folio } });
  await store.waiters.deleteOne({ _id: folio });
}

/** The ticket counts for nobody's load any more. */
export async function releaseFolio(store: AgentsStore & WaitersStore, folio: string): Promise<void> {
  await store.waiters.deleteOne({ _id: folio });
  await store.agents.updateMany({ folios: folio }, { $pull: { folios: folio } });
}
