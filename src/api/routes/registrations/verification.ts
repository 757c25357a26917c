import { randomUUID } from 'node:crypto';
import { may } from '../../../domain/access/permissions';
import { isStaff, type Role } from '../../../domain/access/role';
import { contractStanding } from '../../../domain/coverage/contract';
import { findInvitation, settleInvitation, type Invitation } from '../../../store/accounts/invitations';
import { findOrganization, type Organization } from '../../../store/accounts/organizations';
import {
  changeRegistration,
  findRegistration,
  type Registration,
  type WaitingReason,
} from '../../../store/accounts/registrations';
import {
  endTokens,
  readToken,
  useToken,
  type AccountToken,
  type TokenPurpose,
} from '../../../store/accounts/tokens';
import { addUser, findUser, findUserByEmail, type NewUser } from '../../../store/accounts/users';
import { createAgent } from '../../../store/desk/agents';
import { isDuplicateKey } from '../../../store/mongo/duplicate-key';
import type { Store } from '../../../store/store';
import { keepAccountMail } from '../../../notices/account-mail';
import { ApiError } from '../../problems/api-error';
import { hashPassword } from '../../auth/password';
import type { Deps } from '../../deps';
import { serviceDay } from '../organizations-representation';

const NEW_AGENT_CAPACITY = 20;

/**
 * Takes the token of a mail: a registration becomes an account, or waits for approval; an invitation becomes an
 * account at once.
 * @throws ApiError `invalid_token` when it is unknown, used or too old, or its address got an account meanwhile
 */
export async function verify(
  deps: Deps,
  { token, password }: { token: string; password: string },
): Promise<'active' | 'waiting_approval'> {
  const found = await readEither(deps, token);
  if (found === null) throw new ApiError('invalid_token', 'token');
  // Before the token is used: a process that dies while it hashes costs nobody their link.
  const passwordHash = await hashPassword(password);
  if (!(await useToken(deps.store, found))) throw new ApiError('invalid_token', 'token');
  await endTokens(deps.store, found.purpose, found.subjectId);
  return found.purpose === 'invitation'
    ? acceptInvitation(deps, found.subjectId, passwordHash)
    : confirmRegistration(deps, found.subjectId, passwordHash);
}

async function readEither({ store, clock }: Deps, text: string): Promise<AccountToken | null> {
  const purposes: TokenPurpose[] = ['registration', 'invitation'];
  for (const purpose of purposes) {
    const token = await readToken(store, purpose, text, clock());
    if (token !== null) return token;
  }
  return null;
}

async function confirmRegistration(
  deps: Deps,
  id: string,
  passwordHash: string,
): Promise<'active' | 'waiting_approval'> {
  const { store, clock } = deps;
  const registration = await findRegistration(store, id);
  if (registration?.state !== 'unverified') throw new ApiError('invalid_token', 'token');
  if ((await findUserByEmail(store, registration.email)) !== null)
    throw new ApiError('invalid_token', 'token');
  const customer = await customerOf(deps, registration);
  const verified = { verifiedAt: clock(), forgetAt: null };
  if (typeof customer === 'string') {
    const waiting = { ...verified, state: 'waiting_approval', waitingFor: customer, passwordHash } as const;
    await changeRegistration(store, registration, waiting);
    await keepAccountMail(store, 'registration_waiting', id);
    return 'waiting_approval';
  }
  const organizationId = customer._id;
  const taken = { ...registration, passwordHash };
  if (!(await addRegistered(deps, taken, { organizationId, role: 'client' }))) {
    throw new ApiError('invalid_token', 'token');
  }
  await changeRegistration(store, registration, {
    ...verified,
    state: 'approved',
    organizationId,
    decidedAt: clock(),
  });
  return 'active';
}

/** The customer of the number with a contract in force today, or why somebody has to look. */
async function customerOf(
  deps: Deps,
  { customerNumber }: Registration,
): Promise<Organization | WaitingReason> {
  if (customerNumber === null) return 'unknown_customer';
  const organization = await deps.store.organizations.findOne({ customerNumber }).lean<Organization>().exec();
  if (organization === null) return 'unknown_customer';
  if (organization.departedAt) return 'contract_not_in_force';
  const today = await serviceDay(deps);
  const inForce = organization.contracts.some((contract) => contractStanding(contract, today) === 'in_force');
  return inForce ? organization : 'contract_not_in_force';
}

/** Makes the account of a registration, once; false when the address is somebody else's account. */
export async function addRegistered(
  { store, clock }: Deps,
  { _id, email, name, phone, passwordHash }: Registration,
  place: { organizationId: string; role: 'client' | 'client_admin' },
): Promise<boolean> {
  const person = { _id, email, name, phone, ...place, passwordHash: passwordHash ?? (await nobodys()) };
  return addOnce({ store, clock }, { ...person, _id });
}

async function acceptInvitation(deps: Deps, id: string, passwordHash: string): Promise<'active'> {
  const { store, clock } = deps;
  const invitation = await findInvitation(store, id);
  if (invitation?.state !== 'open' || clock() >= invitation.expiresAt)
    throw new ApiError('invalid_token', 'token');
  if (!(await mayStillInvite(store, invitation))) throw new ApiError('invalid_token', 'token');
  const { email, name, role, organizationId } = invitation;
  const home = organizationId === null ? null : await findOrganization(store, organizationId);
  if (home?.departedAt) throw new ApiError('invalid_token', 'token');
  const person = { _id: id, email, name, phone: null, role, organizationId, passwordHash };
  if (!(await addOnce(deps, person))) throw new ApiError('invalid_token', 'token');
  await settleInvitation(store, id, 'accepted');
  if (takesTickets(role)) await addToAssignment(deps, invitation);
  return 'active';
}

/** Whoever lost the right to invite must not come back by an invitation that they have left behind. */
async function mayStillInvite(
  store: Store,
  { invitedBy, organizationId }: Pick<Invitation, 'invitedBy' | 'organizationId'>,
): Promise<boolean> {
  const by = await findUser(store, invitedBy);
  if (by === null || !by.active || !may(by.role, 'invitations.manage')) return false;
  return isStaff(by.role) || by.organizationId === organizationId;
}

function takesTickets(role: Role): boolean {
  return role === 'agent';
}

/** Not available and without experience until a supervisor says of what. */
async function addToAssignment({ store }: Deps, { _id, email, name }: Invitation): Promise<void> {
  const rest = { skills: [], capacity: NEW_AGENT_CAPACITY, available: false, workingCalendar: null };
  try {
    await createAgent(store, { _id, email, name, ...rest });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** A repetition of what broke off half-way finds the account that it made. */
async function addOnce(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  person: NewUser & { _id: string },
): Promise<boolean> {
  if ((await addUser(store, person, clock())) !== null) return true;
  return (await findUser(store, person._id)) !== null;
}

/** The hash of a password that nobody knows: a new one has to be asked for. */
function nobodys(): Promise<string> {
  return hashPassword(randomUUID());
}
