import { randomUUID } from 'node:crypto';
import { Schema, type Connection, type Model } from 'mongoose';
import type { Actor } from '../../domain/actor';
import type { Instant } from '../../domain/instant';
import { findByKeys, insertByKey } from '../mongo/by-key';
import { collection, type Holds } from '../mongo/collection';
import { changeVersion, type Versioned } from '../mongo/versions';
import type { TicketsStore } from '../tickets/tickets';

/** One cause of many tickets. */
export interface Incident extends Versioned {
  _id: string;
  title: string;
  notice: string | null;
  severity: 'critical' | 'major' | 'minor';
  state: 'open' | 'resolved';
  createdAt: Instant;
  updatedAt: Instant;
  resolvedAt: Instant | null;
  createdBy: string;
}

/** The part of the store that holds them. */
export type IncidentsStore = Holds<'incidents', Incident>;

/** The incident of a ticket; by folio, so that a ticket has one at most. */
export interface IncidentLink {
  _id: string;
  incidentId: string;
  organizationId: string;
}

/** The part of the store that holds them. */
export type IncidentLinksStore = Holds<'incidentLinks', IncidentLink>;

export type UpdateOutcome = 'pending' | 'sent' | 'closed' | 'refused';

/** A message to every ticket that was linked when it was written; kept before the first is sent. */
export interface IncidentUpdate {
  /** The command's id: a repeated request is the same update. */
  _id: string;
  incidentId: string;
  body: string;
  by: Actor;
  at: Instant;
  /** By folio. */
  outcomes: Record<string, UpdateOutcome>;
  /** Whether nothing of it is pending any more. */
  settled: boolean;
}

/** The part of the store that holds them. */
export type IncidentUpdatesStore = Holds<'incidentUpdates', IncidentUpdate>;

export function incidentModel(connection: Connection): Model<Incident> {
  const text = { title: String, notice: String, severity: String, state: String, createdBy: String };
  const dates = { createdAt: String, updatedAt: String, resolvedAt: String };
  const schema = new Schema(
    { _id: { type: String, required: true }, ...text, ...dates, version: Number },
    { collection: 'incidents' },
  );
  schema.index({ state: 1, createdAt: -1 });
  return collection(connection, 'Incident', schema);
}

export function incidentLinkModel(connection: Connection): Model<IncidentLink> {
  const schema = new Schema(
    { _id: { type: String, required: true }, incidentId: String, organizationId: String },
    { collection: 'incident_links' },
  );
  schema.index({ incidentId: 1 });
  return collection(connection, 'IncidentLink', schema);
}

export function incidentUpdateModel(connection: Connection): Model<IncidentUpdate> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      incidentId: String,
      body: String,
      by: Schema.Types.Mixed,
      at: String,
      outcomes: Schema.Types.Mixed,
      settled: Boolean,
    },
    { collection: 'incident_updates' },
  );
  schema.index({ incidentId: 1, at: -1 });
  schema.index({ settled: 1, at: 1 });
  return collection(connection, 'IncidentUpdate', schema);
}

/** Opens an incident under a new id, or under that of the command that asks for it: then it is opened once. */
export async function addIncident(
  store: IncidentsStore,
  given: Pick<Incident, 'title' | 'notice' | 'severity' | 'createdBy'> & { _id?: string },
  at: Instant,
): Promise<Incident> {
  const incident: Incident = {
    ...given,
    _id: given._id ?? randomUUID(),
    state: 'open',
    createdAt: at,
    updatedAt: at,
    resolvedAt: null,
  };
  if (await insertByKey<Incident>(store.incidents, incident)) return incident;
  return (await findIncident(store, incident._id)) ?? incident;
}

export function findIncident(store: IncidentsStore, id: string): Promise<Incident | null> {
  return store.incidents.findById(id).lean<Incident>().exec();
}

/** In no order; there are few. */
export function listIncidents(store: IncidentsStore, state?: Incident['state']): Promise<Incident[]> {
  return store.incidents
    .find(state === undefined ? {} : { state })
    .lean<Incident[]>()
    .exec();
}

/**
 * Makes the next version of an incident; null when there is no such incident. Its tickets and updates are no part of it.
 * @throws what `changeOf` throws; nothing is written then
 */
export function changeIncident(
  store: IncidentsStore,
  id: string,
  changeOf: (incident: Incident) => Partial<Pick<Incident, 'title' | 'notice' | 'severity' | 'state'>>,
  at: Instant,
): Promise<Incident | null> {
  return changeVersion(store.incidents, id, (before) => {
    const change = changeOf(before);
    const resolved =
      change.state === undefined
        ? {}
        : { resolvedAt: change.state === 'open' ? null : (before.resolvedAt ?? at) };
    return { ...change, ...resolved, updatedAt: at };
  });
}

/** @returns whether the ticket is linked to this incident now; false when it is to another */
export async function linkTicket(store: IncidentLinksStore, link: IncidentLink): Promise<boolean> {
  if (await insertByKey(store.incidentLinks, link)) return true;
  return (await store.incidentLinks.findById(link._id).lean())?.incidentId === link.incidentId;
}

export async function unlinkTicket(
  store: IncidentLinksStore,
  incidentId: string,
  folio: string,
): Promise<void> {
  await store.incidentLinks.deleteOne({ _id: folio, incidentId });
}

/** Links by incident, each in the order of the folios. */
export async function linksOf(
  store: IncidentLinksStore,
  incidentIds: readonly string[],
): Promise<Map<string, IncidentLink[]>> {
  const all = await store.incidentLinks
    .find({ incidentId: { $in: [...incidentIds] } })
    .lean<IncidentLink[]>()
    .exec();
  const sorted = all.sort((a, b) => Number(a._id) - Number(b._id));
  return new Map(incidentIds.map((id) => [id, sorted.filter(({ incidentId }) => incidentId === id)]));
}

/** Which of the tickets are linked to any incident. */
export async function linkedAmong(
  store: IncidentLinksStore,
  folios: readonly string[],
): Promise<Set<string>> {
  return new Set((await findByKeys(store.incidentLinks, folios)).map(({ _id }) => _id));
}

/** The incidents of tickets, by folio. */
export async function incidentsOf(
  store: IncidentLinksStore & IncidentsStore,
  folios: readonly string[],
): Promise<Map<string, { id: string; title: string }>> {
  const links = await findByKeys(store.incidentLinks, folios);
  const incidents = await findByKeys(
    store.incidents,
    links.map(({ incidentId }) => incidentId),
  );
  const byId = new Map(incidents.map(({ _id: id, title }) => [id, { id, title }]));
  return new Map(
    links.flatMap(({ _id: folio, incidentId }) => {
      const incident = byId.get(incidentId);
      return incident ? [[folio, incident] as const] : [];
    }),
  );
}

/** Which of the linked tickets have ended. */
export async function endedAmong(store: TicketsStore, links: readonly IncidentLink[]): Promise<Set<string>> {
  if (links.length === 0) return new Set();
  const found = await store.tickets
    .find({ _id: { $in: links.map(({ _id }) => _id) } })
    .select({ closed: 1 })
    .lean<{ _id: string; closed: boolean }[]>();
  return new Set(found.filter(({ closed }) => closed).map(({ _id }) => _id));
}

/** Keeps an update as it is first given; a repeated one is answered as it stands by now. */
export async function keepUpdate(
  store: IncidentUpdatesStore,
  update: IncidentUpdate,
): Promise<IncidentUpdate> {
  if (await insertByKey(store.incidentUpdates, update)) return update;
  return (await store.incidentUpdates.findById(update._id).lean<IncidentUpdate>()) ?? update;
}

export async function noteOutcome(
  store: IncidentUpdatesStore,
  updateId: string,
  folio: string,
  outcome: UpdateOutcome,
): Promise<void> {
  await store.incidentUpdates.updateOne({ _id: updateId }, { $set: { [`outcomes.${folio}`]: outcome } });
}

export async function settleUpdate(store: IncidentUpdatesStore, updateId: string): Promise<void> {
  await store.incidentUpdates.updateOne({ _id: updateId }, { $set: { settled: true } });
}

/** Updates written before an instant that some ticket has not been told of, the oldest first. */
export function unsettledUpdates(store: IncidentUpdatesStore, before: Instant): Promise<IncidentUpdate[]> {
  return store.incidentUpdates
    .find({ settled: false, at: { $lt: before } })
    .sort({ at: 1 })
    .limit(20)
    .lean<IncidentUpdate[]>()
    .exec();
}

/** The newest first. */
export function updatesOf(store: IncidentUpdatesStore, incidentId: string): Promise<IncidentUpdate[]> {
  return store.incidentUpdates.find({ incidentId }).sort({ at: -1 }).lean<IncidentUpdate[]>().exec();
}
