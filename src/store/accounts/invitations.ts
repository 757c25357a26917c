import { randomUUID } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import type { Role } from '../../domain/access/role';
import { collection, strictSchema, type Holds } from '../mongo/collection';
import { inserted } from '../mongo/duplicate-key';
import { foldEmail } from './users';

/** Somebody who is asked to take an account. Becomes a person of the same id. */
export interface Invitation {
  _id: string;
  email: string;
  name: string;
  role: Role;
  /** The customer that a client is to belong to; null for staff. */
  organizationId: string | null;
  invitedBy: string;
  state: 'open' | 'accepted' | 'ended';
  createdAt: Date;
  expiresAt: Date;
}

/** The part of the store that holds them. */
export type InvitationsStore = Holds<'invitations', Invitation>;

const LIFETIME_MS = 7 * 24 * 3_600_000;

export function invitationModel(connection: Connection): Model<Invitation> {
  const schema = strictSchema('invitations', {
    _id: { type: String, required: true },
    email: { type: String, required: true },
    name: { type: String, required: true },
    role: { type: String, required: true },
    organizationId: { type: String, default: null },
    invitedBy: { type: String, required: true },
    state: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  });
  schema.index({ organizationId: 1, state: 1 });
  return collection(connection, 'Invitation', schema);
}

/** Open for seven days, under a new id or under that of the command that asks for it: then there is one of it. */
export async function addInvitation(
  store: InvitationsStore,
  given: Pick<Invitation, 'email' | 'name' | 'role' | 'organizationId' | 'invitedBy'> & { _id?: string },
  now: Date,
): Promise<Invitation> {
  const invitation: Invitation = {
    ...given,
    _id: given._id ?? randomUUID(),
    email: foldEmail(given.email),
    state: 'open',
    createdAt: now,
    expiresAt: new Date(now.getTime() + LIFETIME_MS),
  };
  if (await inserted(store.invitations.create(invitation))) return invitation;
  return (await findInvitation(store, invitation._id)) ?? invitation;
}

export function findInvitation(store: InvitationsStore, id: string): Promise<Invitation | null> {
  return store.invitations.findById(id).lean<Invitation>().exec();
}

/** Open invitations of a customer, or all of them, in no order. */
export async function listInvitations(
  store: InvitationsStore,
  organizationId: string | null,
  now: Date,
): Promise<Invitation[]> {
  const own = organizationId === null ? {} : { organizationId };
  const open = await store.invitations
    .find({ ...own, state: 'open' })
    .lean<Invitation[]>()
    .exec();
  return open.filter(({ expiresAt }) => now < expiresAt);
}

/** Settles an invitation that is open; false when somebody did before. */
export async function settleInvitation(
  store: InvitationsStore,
  id: string,
  state: 'accepted' | 'ended',
): Promise<boolean> {
  const { modifiedCount } = await store.invitations
    .updateOne({ _id: id, state: 'open' }, { $set: { state } })
    .exec();
  return modifiedCount === 1;
}
