import type { z } from 'zod';
import type { INVITATION_ROUTES } from '../../contract/invitations';
import { isStaff, type Role } from '../../domain/access/role';
import { keepAccountMail } from '../../notices/account-mail';
import {
  addInvitation,
  findInvitation,
  listInvitations,
  settleInvitation,
  type Invitation,
} from '../../store/accounts/invitations';
import { findOrganization } from '../../store/accounts/organizations';
import { endTokens } from '../../store/accounts/tokens';
import { findUserByEmail } from '../../store/accounts/users';
import { ApiError } from '../problems/api-error';
import { countMail } from '../auth/attempt-pause';
import type { Deps } from '../deps';
import { onRecord, type HandlersOf } from '../handler';
import type { Principal } from '../principal';
import { comparePlaces, pageOfAll, type Place } from './account-page';

export const invitationHandlers: HandlersOf<typeof INVITATION_ROUTES> = {
  async listInvitations({ principal, query }, { store, clock }) {
    const found = await listInvitations(store, scopeOf(principal), clock());
    const sorted = found.sort((a, b) => comparePlaces(placeOf(b), placeOf(a)));
    const rows = { place: placeOf, descending: true, show: invitationView };
    return { status: 200, body: pageOfAll('invitations', sorted, query, rows) };
  },

  async invite({ principal, body: { email, name, role, organizationId }, commandId }, deps) {
    const home = await homeOf(deps, principal, role, organizationId);
    await countMail(deps, 'invitation', email);
    const given = { _id: commandId, email, name, role, organizationId: home, invitedBy: principal.userId };
    const [user, invitation] = await Promise.all([
      findUserByEmail(deps.store, email),
      addInvitation(deps.store, given, deps.clock()),
    ]);
    // The answer is the same: who invites does not learn who has an account elsewhere.
    if (user === null) await keepAccountMail(deps.store, 'invitation', invitation._id);
    else await keepAccountMail(deps.store, 'account_exists', user._id);
    return { status: 201, body: invitationView(invitation) };
  },

  endInvitation: onRecord(find, async ({ params: { id } }, { store }) => {
    if (!(await settleInvitation(store, id, 'ended'))) throw new ApiError('not_found');
    await endTokens(store, 'invitation', id);
    return { status: 204 };
  }),
};

/** Clients know the invitations to their own customer only. */
async function find(
  principal: Principal,
  { id }: { id: string },
  { store }: Deps,
): Promise<Invitation | null> {
  const found = await findInvitation(store, id);
  return isStaff(principal.role) || found?.organizationId === principal.organizationId ? found : null;
}

/** Which customer's invitations somebody sees; null for all. */
function scopeOf({ role, organizationId }: Principal): string | null {
  if (isStaff(role)) return null;
  // A client without a customer would see everybody's.
  if (organizationId === null) throw new ApiError('forbidden');
  return organizationId;
}

/**
 * The customer that an invited person is to belong to; null for staff.
 * @throws ApiError role_not_invitable, unknown_organization
 */
async function homeOf(
  { store }: Deps,
  principal: Principal,
  role: Role,
  asked: string | undefined,
): Promise<string | null> {
  const own = scopeOf(principal);
  if (own !== null) {
    if (isStaff(role)) throw new ApiError('role_not_invitable', 'role');
    if (asked !== undefined && asked !== own) throw new ApiError('unknown_organization', 'organizationId');
    return own;
  }
  if (isStaff(role)) {
    if (asked !== undefined) throw new ApiError('unknown_organization', 'organizationId');
    return null;
  }
  const organization = asked === undefined ? null : await findOrganization(store, asked);
  if (asked === undefined || organization === null || organization.departedAt) {
    throw new ApiError('unknown_organization', 'organizationId');
  }
  return asked;
}

function placeOf({ createdAt, _id }: Invitation): Place {
  return [createdAt.toISOString(), _id];
}

function invitationView(
  invitation: Invitation,
): z.input<(typeof INVITATION_ROUTES)[1]['answers'][0]['schema']> {
  const { _id: id, email, name, role, organizationId, invitedBy, createdAt, expiresAt } = invitation;
  const dates = { createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
  return { id, email, name, role, organizationId, invitedBy, ...dates };
}
