import type { z } from 'zod';
import type { INCIDENT_ROUTES } from '../../contract/incidents';
import { isStaff } from '../../domain/access/role';
import { BURST_MS, proposeIncidents } from '../../domain/incidents/propose-incidents';
import { instantAt } from '../../domain/instant';
import {
  addIncident,
  changeIncident,
  endedAmong,
  findIncident,
  keepUpdate,
  linkedAmong,
  linksOf,
  listIncidents,
  updatesOf,
  type Incident,
  type IncidentLink,
  type IncidentUpdate,
} from '../../store/desk/incidents';
import { versionOf } from '../../store/mongo/versions';
import type { TicketDocument } from '../../store/tickets/tickets';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import { onRecord, type HandlersOf } from '../handler';
import { assertSeen, versionTagOf } from '../http/edited-version';
import type { Principal } from '../principal';
import { comparePlaces, pageOfAll, type Place } from './account-page';
import { linkToIncident, unlinkFromIncident } from './incidents/link';
import { sendUpdate } from './incidents/update';

/** The handlers of INCIDENT_ROUTES, by route id. */
export const incidentHandlers: HandlersOf<typeof INCIDENT_ROUTES> = {
  async listIncidents({ query }, { store }) {
    const sorted = newestFirst(await listIncidents(store, query.state));
    const rows = { place: placeOf, descending: true, show: (incident: Incident) => incident };
    const { items, nextCursor } = pageOfAll('incidents', sorted, query, rows);
    return { status: 200, body: { items: await viewsWithLinks(store, items), nextCursor } };
  },

  async proposeIncidents(_request, { store, clock }) {
    const since = instantAt(clock().getTime() - BURST_MS);
    const recent = await store.tickets
      .find({ closed: false, createdAt: { $gte: since } })
      .select({ type: 1, organizationId: 1, createdAt: 1 })
      .lean<Pick<TicketDocument, '_id' | 'type' | 'organizationId' | 'createdAt'>[]>();
    const linked = await linkedAmong(
      store,
      recent.map(({ _id }) => _id),
    );
    const free = recent.filter(({ _id }) => !linked.has(_id));
    const items = proposeIncidents(free.map(({ _id: folio, ...rest }) => ({ folio, ...rest })));
    return { status: 200, body: { items } };
  },

  async openIncident({ principal, body, commandId }, { store, clock }) {
    const given = { ...body, _id: commandId, createdBy: principal.userId };
    const incident = await addIncident(store, given, clock().toISOString());
    return { status: 201, ...(await answer(store, incident)) };
  },

  readIncident: onRecord(find, async (_request, { store }, incident) => {
    const updates = await updatesOf(store, incident._id);
    const { body, headers } = await answer(store, incident);
    return { status: 200, body: { ...body, updates: updates.map(updateView) }, headers };
  }),

  changeIncident: onRecord(find, async (request, { store, clock }, { _id }) => {
    const checked = (before: Incident): typeof request.body => {
      assertSeen(request, { version: versionOf(before) });
      return request.body;
    };
    const changed = await changeIncident(store, _id, checked, clock().toISOString());
    if (changed === null) throw new ApiError('not_found');
    return { status: 200, ...(await answer(store, changed)) };
  }),

  linkIncidentTicket: onRecord(find, async (request, deps, incident) => {
    await linkToIncident(deps, request, incident);
    return { status: 200, ...(await answer(deps.store, incident)) };
  }),

  unlinkIncidentTicket: onRecord(find, async (request, deps, incident) => {
    await unlinkFromIncident(deps, request, incident._id);
    return { status: 204 };
  }),

  postIncidentUpdate: onRecord(find, async ({ principal, body, commandId }, deps, incident) => {
    const links = (await linksOf(deps.store, [incident._id])).get(incident._id) ?? [];
    const update = await keepUpdate(deps.store, {
      _id: commandId,
      incidentId: incident._id,
      body: body.body,
      by: { id: principal.userId, role: principal.role },
      at: deps.clock().toISOString(),
      outcomes: Object.fromEntries(links.map(({ _id }) => [_id, 'pending' as const])),
      settled: false,
    });
    return { status: 201, body: updateView(await sendUpdate(deps, update)) };
  }),

  async listIncidentNotices(_request, { store }) {
    const open = newestFirst(await listIncidents(store, 'open'));
    const items = open.flatMap(({ _id: id, notice, severity, createdAt }) =>
      notice === null ? [] : [{ id, notice, severity, since: createdAt }],
    );
    return { status: 200, body: { items } };
  },
};

/** Clients know of incidents by their notices only. */
async function find(principal: Principal, { id }: { id: string }, { store }: Deps): Promise<Incident | null> {
  return isStaff(principal.role) ? findIncident(store, id) : null;
}

function newestFirst(incidents: Incident[]): Incident[] {
  return incidents.sort((a, b) => comparePlaces(placeOf(b), placeOf(a)));
}

function placeOf({ createdAt, _id }: Incident): Place {
  return [createdAt, _id];
}

type IncidentView = z.input<(typeof INCIDENT_ROUTES)[2]['answers'][0]['schema']>;

async function answer(
  store: Deps['store'],
  incident: Incident,
): Promise<{ body: IncidentView; headers: { ETag: string } }> {
  const [body] = await viewsWithLinks(store, [incident]);
  if (!body) throw new Error('one in, one out');
  return { body, headers: versionTagOf(body) };
}

async function viewsWithLinks(store: Deps['store'], incidents: readonly Incident[]): Promise<IncidentView[]> {
  const links = await linksOf(
    store,
    incidents.map(({ _id }) => _id),
  );
  const ended = await endedAmong(store, [...links.values()].flat());
  return incidents.map((one) => incidentView(one, links.get(one._id) ?? [], ended));
}

function incidentView(
  incident: Incident,
  links: readonly IncidentLink[],
  ended: ReadonlySet<string>,
): IncidentView {
  const { _id: id, title, notice, severity, state, createdAt, updatedAt, resolvedAt } = incident;
  const open = links.filter(({ _id }) => !ended.has(_id));
  return {
    ...{ id, title, notice, severity, state, createdAt, updatedAt, resolvedAt },
    folios: links.map(({ _id }) => _id),
    openTickets: open.length,
    affectedCustomers: customersOf(open),
    linkedCustomers: customersOf(links),
    version: versionOf(incident),
  };
}

function customersOf(links: readonly IncidentLink[]): number {
  return new Set(links.map(({ organizationId }) => organizationId)).size;
}

function updateView({
  _id: id,
  body,
  by,
  at,
  outcomes,
}: IncidentUpdate): z.input<(typeof INCIDENT_ROUTES)[7]['answers'][0]['schema']> {
  const tickets = Object.entries(outcomes).map(([folio, outcome]) => ({ folio, outcome }));
  return { id, body, at, by: { id: by.id, role: by.role }, tickets };
}
