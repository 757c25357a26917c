import { Readable } from 'node:stream';
import { DEFAULT_SUPPORT_POLICY } from '../../../src/domain/policy/default-support-policy';
import { sessionConditions } from '../../../src/domain/policy/remote-session-policy';
import { requestedSession } from '../../../src/domain/session/evolve';
import { addAttachment } from '../../../src/store/accounts/attachment-content';
import { claimAttachments } from '../../../src/store/accounts/attachments';
import { addInvitation } from '../../../src/store/accounts/invitations';
import { changeOrganization } from '../../../src/store/accounts/organizations';
import { addRegistration } from '../../../src/store/accounts/registrations';
import { keepPending } from '../../../src/store/accounts/second-factors';
import { addSession } from '../../../src/store/accounts/sessions';
import { archiveTicket } from '../../../src/store/tickets/archive';
import { addCannedReply } from '../../../src/store/desk/canned-replies';
import { addIncident } from '../../../src/store/desk/incidents';
import { writeSession } from '../../../src/store/remote-sessions/remote-sessions';
import type { TicketDocument } from '../../../src/store/tickets/tickets';
import type { ApiUnderTest } from '../api-under-test';
import type { Caller } from '../caller';
import { registration } from '../registration';

/** One record of every kind that a path can name, all of one customer and its only person. */
export interface OwnedRecords {
  owner: Caller;
  /** What the other parameters of a path stand for. */
  params: Record<string, string>;
  /** What `{id}` stands for, and `{folio}` in the archive, by the first segment of the path. */
  ids: Record<string, string>;
}

export async function ownedRecords(api: ApiUnderTest): Promise<OwnedRecords> {
  const ids: Record<string, string> = { calendars: 'mx', products: 'eo' };
  const owner = await api.person('client');
  const { userId, organizationId } = owner.who;
  const { body } = await owner.call('registerTicket', { body: registration() });
  const folio = String(body['folio']);
  // No worker takes it up: it stays pending, and is there to be read.
  const reply = await owner.call('postMessage', { params: { folio }, body: { body: 'Sigue igual' } });
  const commandId = String(reply.body['commandId']);
  ids['archive'] = await closedTicket(api, owner);
  const known = { clientId: userId, number: 'C-1', branchId: 'centro', provider: 'nadie' };
  const params = { folio, commandId, ...known };
  await keepPending(api.deps.store, userId, 'secret');
  const remote = requestedSession({
    id: `session-${folio}-1`,
    folio,
    organizationId: organizationId!,
    clientId: userId,
    platform: 'zoom',
    reason: 'Ver la pantalla',
    conditions: sessionConditions(DEFAULT_SUPPORT_POLICY),
    at: '2026-11-20T15:00:00.000Z',
  });
  await writeSession(api.deps.store, remote, []);
  const somebody = { email: 'alguien@example.test', name: 'Ana', phone: '5512345678', company: 'Óptica' };
  const asks = await addRegistration(api.deps.store, { ...somebody, customerNumber: null }, new Date());
  const invited = { ...somebody, role: 'client', organizationId, invitedBy: userId } as const;
  const { email, name, role, invitedBy } = invited;
  const invitation = { email, name, role, organizationId, invitedBy };
  ids['remote-sessions'] = remote.id;
  ids['registrations'] = asks._id;
  const session = { _id: 'foreign-session', tokenHash: 'h', userId, userAgent: null };
  await addSession(api.deps.store, session, new Date());
  ids['sessions'] = session._id;
  const file = { _id: 'foreign-file', name: 'nota.txt', type: 'text/plain', uploaderId: userId };
  await addAttachment(api.deps.store, file, Readable.from([Buffer.from('hola')]), new Date());
  const naming = { ids: [file._id], uploaderId: userId, commandId: 'command-1' };
  await claimAttachments(api.deps.store, { ...naming, folio }, new Date());
  ids['attachments'] = file._id;
  const cause = { title: 'Caída', notice: null, severity: 'major', createdBy: userId } as const;
  ids['incidents'] = (await addIncident(api.deps.store, cause, '2026-11-20T15:00:00.000Z'))._id;
  const text = { title: 'Saludo', shortcut: 'hola', body: 'Hola', type: null };
  ids['canned-replies'] = (await addCannedReply(api.deps.store, text, new Date()))!._id;
  const branch = { id: params.branchId, name: 'Centro', address: 'Calle 1', phone: null };
  await changeOrganization(api.deps.store, organizationId!, () => ({ branches: [branch] }), new Date());
  ids['invitations'] = (await addInvitation(api.deps.store, invitation, new Date()))._id;
  ids['organizations'] = organizationId!;
  ids['people'] = userId;
  ids['agents'] = (await api.person('agent')).who.userId;
  ids['api-keys'] = (await api.deps.store.apiKeys.findOne({ userId }).lean())!._id;
  return { owner, params, ids };
}

/** A ticket at rest in the archive. */
async function closedTicket(api: ApiUnderTest, owner: Caller): Promise<string> {
  const { store } = api.deps;
  const { body } = await owner.call('registerTicket', { body: registration() });
  const folio = String(body['folio']);
  await api.project(folio);
  const { ticket } = (await store.tickets.findById(folio).lean<TicketDocument>())!;
  const by = { id: owner.who.userId, role: owner.who.role };
  const given = { reason: 'withdrawn', at: ticket.createdAt, dueAt: null, by, message: null } as const;
  const closure = { ...given, confirmedBy: null, origin: null, duplicateOf: null, solutionGiven: false };
  await archiveTicket(store, { ...ticket, status: 'closed', closure });
  return folio;
}
