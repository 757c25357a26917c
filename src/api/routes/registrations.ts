import { DEFAULT_LIMIT } from '../../contract/page';
import type { REGISTRATION_ROUTES } from '../../contract/registrations';
import { isStaff } from '../../domain/access/role';
import { findOrganization } from '../../store/accounts/organizations';
import {
  addRegistration,
  changeRegistration,
  findRegistration,
  listRegistrations,
  type Registration,
} from '../../store/accounts/registrations';
import { findUserByEmail } from '../../store/accounts/users';
import { keepAccountMail } from '../../notices/account-mail';
import { ApiError } from '../problems/api-error';
import { countMail } from '../auth/attempt-pause';
import type { Deps } from '../deps';
import { onRecord, type HandlersOf } from '../handler';
import type { Principal } from '../principal';
import { makeCursor, readInstantCursor } from './account-page';
import { VERIFICATION_SENT, WELCOME, WAITING } from './registrations/messages';
import { placeOf, registrationView } from './registrations/representation';
import { addRegistered, verify } from './registrations/verification';

export const registrationHandlers: HandlersOf<typeof REGISTRATION_ROUTES> = {
  async register({ body }, deps) {
    await countMail(deps, 'registration', body.email);
    const { store, clock } = deps;
    const given = { ...body, customerNumber: body.customerNumber ?? null };
    // Kept for every address, so that the answer takes as long for one that has an account.
    const [user, registration] = await Promise.all([
      findUserByEmail(store, body.email),
      addRegistration(store, given, clock()),
    ]);
    if (user === null) await keepAccountMail(store, 'verify_registration', registration._id);
    else await keepAccountMail(store, 'account_exists', user._id);
    return { status: 202, body: { status: 'verification_sent', message: VERIFICATION_SENT } };
  },

  async verifyRegistration({ body }, deps) {
    const status = await verify(deps, body);
    return { status: 200, body: { status, message: status === 'active' ? WELCOME : WAITING } };
  },

  async listRegistrations({ query: { state, limit = DEFAULT_LIMIT, cursor } }, { store }) {
    const after = readInstantCursor('registrations', cursor);
    const found = await listRegistrations(store, state, { after, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const more = found.length > shown.length && last !== undefined;
    return {
      status: 200,
      body: {
        items: shown.map(registrationView),
        nextCursor: more ? makeCursor('registrations', placeOf(last)) : null,
      },
    };
  },

  approveRegistration: onRecord(find, async ({ principal, body }, deps, registration) => {
    assertWaiting(registration);
    const organization = await findOrganization(deps.store, body.organizationId);
    if (organization === null || organization.departedAt) {
      throw new ApiError('unknown_organization', 'organizationId');
    }
    if (!(await addRegistered(deps, registration, body))) throw new ApiError('already_exists');
    const approved = await decide(deps, principal, registration, {
      state: 'approved',
      organizationId: body.organizationId,
    });
    await keepAccountMail(deps.store, 'registration_approved', registration._id);
    return { status: 200, body: registrationView(approved) };
  }),

  refuseRegistration: onRecord(find, async ({ principal, body }, deps, registration) => {
    assertWaiting(registration);
    const refused = await decide(deps, principal, registration, {
      state: 'refused',
      refusalReason: body.reason,
    });
    await keepAccountMail(deps.store, 'registration_refused', registration._id);
    return { status: 200, body: registrationView(refused) };
  }),
};

/** Clients do not know who else asks for an account. */
async function find(
  { role }: Principal,
  { id }: { id: string },
  { store }: Deps,
): Promise<Registration | null> {
  return isStaff(role) ? findRegistration(store, id) : null;
}

function assertWaiting({ state }: Registration): void {
  if (state !== 'waiting_approval') throw new ApiError('already_decided');
}

/** @throws ApiError already_decided when somebody else was first */
async function decide(
  { store, clock }: Deps,
  { userId }: Principal,
  registration: Registration,
  change: Partial<Registration>,
): Promise<Registration> {
  const decision = { ...change, decidedAt: clock(), decidedBy: userId, passwordHash: null };
  const decided = await changeRegistration(store, registration, decision);
  if (decided === null) throw new ApiError('already_decided');
  return decided;
}
