import type { ROUTES } from '../../contract/registry';
import { findSecondFactor } from '../../store/accounts/second-factors';
import { findCalendar } from '../../store/accounts/calendars';
import { findInvitation } from '../../store/accounts/invitations';
import { findOrganization } from '../../store/accounts/organizations';
import { findPolicy } from '../../store/accounts/policies';
import { findProduct } from '../../store/accounts/products';
import { findRegistration } from '../../store/accounts/registrations';
import { areMailsPaused, findPaused } from '../../store/accounts/login-attempts';
import { listSessions } from '../../store/accounts/sessions';
import { findUser, foldEmail } from '../../store/accounts/users';
import { findAgent } from '../../store/desk/agents';
import { findCannedReply } from '../../store/desk/canned-replies';
import { findIncident } from '../../store/desk/incidents';
import type { Store } from '../../store/store';
import type { Principal } from '../principal';
import { readTicket } from '../tickets/read-ticket';

/**
 * What is known of an action when its subject is looked for: `sent` is the request's body, `body` the answer's, absent
 * before it.
 */
export interface Audited {
  readonly params: Readonly<Record<string, unknown>>;
  readonly principal: Principal | null;
  readonly sent?: unknown;
  readonly body?: unknown;
}

/** What an action changes, and how to look at it before and after without its secrets. */
export interface AuditSubject {
  readonly kind: string;
  /** Null while it can not be known yet. */
  readonly idOf: (store: Store, audited: Audited) => Promise<string | null> | string | null;
  readonly look?: (store: Store, id: string) => Promise<unknown>;
}

const given = ({ params, body }: Audited): string | null => textOf(params, 'id') ?? textOf(body, 'id');
const self = ({ principal }: Audited): string | null => principal?.userId ?? null;

const person = { kind: 'person', look: lookAtPerson };
const own = { ...person, idOf: (_store: Store, audited: Audited) => self(audited) };
const somebody = { ...person, idOf: (_store: Store, audited: Audited) => given(audited) };
const session = { kind: 'person', idOf: (_store: Store, audited: Audited) => self(audited) };
const apiKey = {
  kind: 'api_key',
  idOf: (_store: Store, audited: Audited) => given(audited),
  look: lookAtKey,
};
const factor = { kind: 'second_factor', idOf: own.idOf, look: lookAtFactor };
const organization = { kind: 'organization', idOf: somebody.idOf, look: findOrganization };
const agent = { kind: 'agent', idOf: somebody.idOf, look: findAgent };
const registration = { kind: 'registration', idOf: somebody.idOf, look: lookAtRegistration };
const cannedReply = { kind: 'canned_reply', idOf: somebody.idOf, look: findCannedReply };
const incident = { kind: 'incident', idOf: somebody.idOf, look: findIncident };
const invitation = { kind: 'invitation', idOf: somebody.idOf, look: findInvitation };

/** The actions that the audit log holds, by route. */
export const AUDIT_SUBJECTS = {
  logIn: { kind: 'person', idOf: (_store, { body }) => textOf(fieldOf(body, 'user'), 'id') },
  logOut: session,
  endSession: session,
  setPassword: { kind: 'person', idOf: (store, { params }) => subjectOfToken(store, params['token']) },
  changeMe: own,
  createApiKey: apiKey,
  deleteApiKey: apiKey,
  beginSecondFactor: factor,
  confirmSecondFactor: factor,
  renewRecoveryCodes: factor,
  removeSecondFactor: { ...factor, idOf: somebody.idOf },
  register: {
    kind: 'registration',
    idOf: (store, { sent, body }) => (body === undefined ? null : newestRegistration(store, sent)),
    // Anybody's address may have been written here: not even the log keeps it before it is verified.
    look: lookAtState,
  },
  verifyRegistration: {
    kind: 'registration',
    idOf: (store, { sent }) => subjectOfToken(store, textOf(sent, 'token')),
    look: async (store, id) => (await lookAtRegistration(store, id)) ?? findInvitation(store, id),
  },
  approveRegistration: registration,
  refuseRegistration: registration,
  invite: invitation,
  endInvitation: invitation,
  createOrganization: organization,
  changeOrganization: organization,
  putContract: organization,
  putBranch: organization,
  removeBranch: organization,
  putDeparture: organization,
  deleteDeparture: organization,
  exportOrganization: { kind: 'organization', idOf: somebody.idOf },
  setActivity: somebody,
  changePerson: somebody,
  unlockPerson: { ...somebody, look: lookAtPause },
  endLogIns: { ...somebody, look: lookAtLogIns },
  createAgent: agent,
  changeAgent: agent,
  setAvailability: agent,
  handOver: agent,
  addCannedReply: cannedReply,
  changeCannedReply: cannedReply,
  removeCannedReply: cannedReply,
  openIncident: incident,
  changeIncident: incident,
  putCalendar: { kind: 'calendar', idOf: somebody.idOf, look: findCalendar },
  putProduct: { kind: 'product', idOf: somebody.idOf, look: findProduct },
  putSupportPolicy: { kind: 'policy', idOf: () => 'support', look: (store) => findPolicy(store) },
  migrateTicketPolicy: {
    kind: 'ticket',
    idOf: (_store, { params }) => textOf(params, 'folio'),
    look: lookAtRules,
  },
  exportMe: session,
  exportPerson: { kind: 'person', idOf: somebody.idOf },
  erasePerson: { kind: 'person', idOf: somebody.idOf },
} as const satisfies Partial<Record<(typeof ROUTES)[number]['id'], AuditSubject>>;

async function lookAtPerson(store: Store, id: string): Promise<unknown> {
  const user = await findUser(store, id);
  if (user === null) return null;
  const { email, name, phone, role, organizationId, branchId = null, active } = user;
  return { email, name, phone, role, organizationId, branchId, active };
}

async function lookAtPause(store: Store, id: string): Promise<unknown> {
  const now = new Date();
  const [user, isPaused] = await Promise.all([findUser(store, id), findPaused(store, now)]);
  return user && { paused: isPaused(user), mailsPaused: await areMailsPaused(store, user, now) };
}

async function lookAtLogIns(store: Store, id: string): Promise<unknown> {
  return { logIns: (await listSessions(store, id, new Date())).length };
}

async function lookAtKey(store: Store, id: string): Promise<unknown> {
  const key = await store.apiKeys.findById(id, { secretHash: 0, lastUsedAt: 0 }).lean().exec();
  return key;
}

async function lookAtFactor(store: Store, id: string): Promise<unknown> {
  const found = await findSecondFactor(store, id);
  return { enrolled: Boolean(found?.secret), recoveryCodesLeft: found?.recoveryHashes.length ?? 0 };
}

async function lookAtRegistration(store: Store, id: string): Promise<unknown> {
  const found = await findRegistration(store, id);
  return found && { ...found, passwordHash: undefined };
}

async function lookAtState(store: Store, id: string): Promise<unknown> {
  const found = await findRegistration(store, id);
  return found && { state: found.state };
}

/** What a ticket is held to; its own record says the rest. */
async function lookAtRules(store: Store, folio: string): Promise<unknown> {
  const found = await readTicket(store, folio);
  if (!found) return null;
  const { policyVersion, calendar, waiting } = found.ticket;
  return { policyVersion, calendar, autoCloseAt: waiting?.autoCloseAt ?? null };
}

/** The answer to a registration tells nobody its id. */
async function newestRegistration(store: Store, sent: unknown): Promise<string | null> {
  const email = foldEmail(textOf(sent, 'email') ?? '');
  const [newest] = await store.registrations
    .find({ email }, { _id: 1 })
    .sort({ createdAt: -1 })
    .limit(1)
    .lean();
  return newest?._id ?? null;
}

/** The person whom a mailed link stands for; its id is no secret. */
async function subjectOfToken(store: Store, token: unknown): Promise<string | null> {
  const [id = ''] = String(token).split('.');
  return (await store.accountTokens.findById(id).lean().exec())?.subjectId ?? null;
}

function textOf(holder: unknown, field: string): string | null {
  const value = fieldOf(holder, field);
  return typeof value === 'string' ? value : null;
}

function fieldOf(holder: unknown, field: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, field) : undefined;
}
