import type { z } from 'zod';
import type { PRIVACY_ROUTES } from '../../../contract/privacy';
import { mayReadTicket } from '../../../domain/access/ticket-access';
import { isStaff } from '../../../domain/access/role';
import { listApiKeys } from '../../../store/accounts/api-keys';
import { listSessions } from '../../../store/accounts/sessions';
import type { Refusal } from '../../../store/accounts/refusals';
import type { User } from '../../../store/accounts/users';
import { findAgent } from '../../../store/desk/agents';
import { filesOf, sessionsOf } from '../../../store/erasures/erasures-beside';
import { findHoldings } from '../../../store/erasures/erasures-holdings';
import type { NoticeDocument } from '../../../store/notices/notices';
import type { Deps } from '../../deps';
import { representEvents } from '../../representations/event-representation';
import type { Principal } from '../../principal';
import { representTicket } from '../../representations/ticket-representation';
import { readEvents, readTicket } from '../../tickets/read-ticket';
import { personView } from '../me/representation';

type PersonExport = z.input<(typeof PRIVACY_ROUTES)[0]['answers'][0]['schema']>;

/**
 * Everything held on a person, as far as the reader may see it: clients get of a ticket what they see of it on its page.
 * Of the staff their work is not part of it, since it belongs to the tickets of others.
 */
export async function exportPerson(deps: Deps, user: User, reader: Principal): Promise<PersonExport> {
  const { store, clock } = deps;
  const now = clock();
  const holdings = isStaff(user.role) ? { own: [], others: [] } : await findHoldings(store, user._id);
  const beside = { personId: user._id, email: user.email, own: holdings.own };
  const [sessions, apiKeys, agent, remoteSessions, files, notices, refusals] = await Promise.all([
    listSessions(store, user._id, now),
    listApiKeys(store, user._id),
    findAgent(store, user._id),
    sessionsOf(store, beside),
    filesOf(store, beside),
    store.notices.find({ recipientId: user._id }).lean<NoticeDocument[]>().exec(),
    store.refusals.find({ personId: user._id }).lean<Refusal[]>().exec(),
  ]);
  return {
    exportedAt: now.toISOString(),
    person: await personView(store, user),
    account: { branchId: user.branchId ?? null, lastLogInAt: user.lastLogInAt ?? null },
    sessions: sessions.map(({ _id: id, userAgent, createdAt, lastSeenAt }) => {
      return { id, userAgent, createdAt, lastSeenAt };
    }),
    apiKeys: apiKeys.map(({ _id: id, name, scopes, createdAt, expiresAt, lastUsedAt }) => {
      return { id, name, scopes, createdAt, expiresAt, lastUsedAt };
    }),
    agent: agent && { skills: agent.skills, capacity: agent.capacity, assigned: agent.folios },
    tickets: await ticketsOf(deps, reader, [...holdings.own, ...holdings.others]),
    remoteSessions: remoteSessions.map(({ _id: id, folio, session }) => {
      const { platform, reason, state, quote, slot, createdAt } = session;
      return { id, folio, platform, reason, state, quote, startsAt: slot?.startsAt ?? null, createdAt };
    }),
    attachments: files.map(({ _id: id, name, type, size, sha256, folio, createdAt }) => {
      return { id, name, type, size, sha256, folio, createdAt };
    }),
    notices: notices.map(({ folio, seq, kind, state, createdAt, settledAt }) => {
      return { folio, seq, kind, state, createdAt, settledAt };
    }),
    refusals: refusals.map(({ at, product, code, evidence }) => ({ at, product, code, evidence })),
  };
}

/** Tickets with their events, as far as the reader may see them. */
export async function ticketsOf(
  { store }: Deps,
  reader: Principal,
  folios: readonly string[],
): Promise<PersonExport['tickets']> {
  const tickets: PersonExport['tickets'] = [];
  const audience = isStaff(reader.role) ? 'staff' : 'client';
  for (const folio of folios) {
    const record = await readTicket(store, folio);
    if (!record || !mayReadTicket(reader, record.ticket)) continue;
    const [ticket, events] = await Promise.all([
      representTicket(store, reader, record),
      readEvents(store, record.ticket, { audience, afterSeq: 0, limit: record.ticket.version }),
    ]);
    const shown = await representEvents(store, reader, events);
    tickets.push({ ticket, events: shown.map((event) => ({ ...event })) });
  }
  return tickets;
}
