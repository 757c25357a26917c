import type { TicketRepresentation } from '../../contract/ticket';
import { isStaff } from '../../domain/access/role';
import { updatedForClient } from '../../domain/ticket/evolve';
import type { Ticket } from '../../domain/ticket/ticket';
import { incidentsOf } from '../../store/desk/incidents';
import { followersOf } from '../../store/tickets/follow-ups';
import { findOrganization, organizationNames } from '../../store/accounts/organizations';
import { userNames } from '../../store/accounts/users';
import type { Store } from '../../store/store';
import { attachmentReferences, type RefersTo } from './attachment-references';
import type { Principal } from '../principal';

/** A ticket as the store gives it, with what only support needs to know of its execution. */
export interface Shown {
  readonly ticket: Ticket;
  readonly needsRepair: boolean;
}

interface Names {
  readonly people: ReadonlyMap<string, string>;
  readonly organizations: ReadonlyMap<string, string>;
  /** By customer and branch. */
  readonly branches: ReadonlyMap<string, string>;
  /** Folios of later tickets that follow one of these. */
  readonly followers: ReadonlyMap<string, string[]>;
  /** By folio; nothing for clients. */
  readonly incidents: ReadonlyMap<string, { id: string; title: string }>;
  readonly files: RefersTo;
}

/** Tickets as the API shows them, joined with the names of people and files in one look-up of each kind for all of them. */
export async function representTickets(
  store: Store,
  principal: Principal,
  shown: readonly Shown[],
): Promise<TicketRepresentation[]> {
  const staff = isStaff(principal.role);
  const tickets = shown.map(({ ticket }) => ticket);
  const names = await namesFor(store, tickets, staff);
  return shown.map((one) => represent(one, names, staff));
}

export async function representTicket(
  store: Store,
  principal: Principal,
  shown: Shown,
): Promise<TicketRepresentation> {
  const [ticket] = await representTickets(store, principal, [shown]);
  if (!ticket) throw new Error('one in, one out');
  return ticket;
}

function represent({ ticket, needsRepair }: Shown, names: Names, staff: boolean): TicketRepresentation {
  const person = (id: string): { id: string; name: string | null } => ({
    id,
    name: names.people.get(id) ?? null,
  });
  const { folio, links, closure, solution, attention, estimate } = ticket;
  return {
    folio,
    status: ticket.status,
    milestones: ticket.milestones,
    subject: ticket.subject,
    description: ticket.description,
    type: ticket.type,
    priority: ticket.priority,
    impact: ticket.impact,
    urgency: ticket.urgency,
    // To a client everybody of support is "agente de soporte".
    assignee:
      ticket.assigneeId === null
        ? null
        : staff
          ? person(ticket.assigneeId)
          : { id: ticket.assigneeId, name: null },
    organization: { id: ticket.organizationId, name: names.organizations.get(ticket.organizationId) ?? null },
    branch: ticket.branchId
      ? { id: ticket.branchId, name: names.branches.get(branchKey(ticket)) ?? null }
      : null,
    requester: person(ticket.requesterId),
    participants: ticket.participantIds.map(person),
    contact: ticket.contact,
    incidentAt: ticket.incidentAt,
    product: ticket.product,
    productVersion: ticket.productVersion,
    attachmentIds: ticket.attachmentIds,
    attachments: names.files(ticket.attachmentIds),
    onBehalfReason: ticket.onBehalfReason,
    attention,
    estimatedAt: estimate?.dueAt ?? null,
    solution: solution && { at: solution.at, by: solution.by },
    waiting: representWaiting(ticket),
    autoCloseAt: ticket.waiting?.autoCloseAt ?? null,
    referral: ticket.referral && { ...ticket.referral, cost: ticket.referral.cost ?? null },
    remoteSessions: ticket.remoteSessions.map(({ id, state }) => ({ id, state })),
    // Where the cause lay is for the reports, not for an argument with the client.
    closure: closure && { ...closure, origin: staff ? closure.origin : null },
    links: { ...links, followedBy: names.followers.get(folio) ?? [] },
    createdAt: ticket.createdAt,
    updatedAt: staff ? ticket.updatedAt : updatedForClient(ticket),
    version: staff ? ticket.version : ticket.clientVersion,
    incident: staff ? (names.incidents.get(folio) ?? null) : null,
    internal: staff ? internalsOf({ ticket, needsRepair }) : null,
  };
}

function internalsOf({ ticket, needsRepair }: Shown): NonNullable<TicketRepresentation['internal']> {
  const { targets, outcomes, estimate, coverage, policyVersion, calendar, mailFailures = [] } = ticket;
  return {
    targets,
    outcomes,
    estimateOverrun: estimate?.overrun ?? false,
    coverage: { ...coverage },
    policyVersion,
    calendar,
    needsRepair,
    mailFailed: mailFailures,
  };
}

async function namesFor(store: Store, tickets: readonly Ticket[], staff: boolean): Promise<Names> {
  const people = tickets.flatMap(({ requesterId, participantIds, assigneeId }) => [
    requesterId,
    ...participantIds,
    ...(assigneeId === null ? [] : [assigneeId]),
  ]);
  const folios = tickets.map(({ folio }) => folio);
  const [peopleNames, organizations, branches, followers, incidents, files] = await Promise.all([
    userNames(store, people),
    organizationNames(
      store,
      tickets.map(({ organizationId }) => organizationId),
    ),
    branchNames(store, tickets),
    followersOf(store, folios),
    staff ? incidentsOf(store, folios) : new Map<string, { id: string; title: string }>(),
    attachmentReferences(
      store,
      tickets.flatMap(({ attachmentIds }) => attachmentIds),
    ),
  ]);
  return { people: peopleNames, organizations, branches, followers, incidents, files };
}

/** Costs nothing for tickets that name none. */
async function branchNames(store: Store, tickets: readonly Ticket[]): Promise<ReadonlyMap<string, string>> {
  const naming = tickets.filter(({ branchId }) => branchId);
  const ids = [...new Set(naming.map(({ organizationId }) => organizationId))];
  const organizations = await Promise.all(ids.map((id) => findOrganization(store, id)));
  const named = organizations.flatMap((organization) =>
    (organization?.branches ?? []).map(({ id, name }) => {
      return [branchKey({ organizationId: organization!._id, branchId: id }), name] as const;
    }),
  );
  return new Map(named);
}

function branchKey({ organizationId, branchId }: Pick<Ticket, 'organizationId' | 'branchId'>): string {
  return `${organizationId}/${branchId}`;
}

function representWaiting({ waiting }: Ticket): Omit<NonNullable<Ticket['waiting']>, 'seq'> | null {
  if (!waiting) return null;
  const { cause, since, autoCloseAt, reminders } = waiting;
  return { cause, since, autoCloseAt, reminders };
}
