import { eraseAuditOf, type AuditStore } from '../accounts/audit';
import { searchOf, type User, type UsersStore } from '../accounts/users';
import { forgetName } from '../accounts/display-names';
import { changeAgent, type AgentsStore } from '../desk/agents';
import type { ArchiveStore } from '../tickets/archive';
import type { EventsStore } from '../tickets/events';
import type { IntakesStore } from '../tickets/intakes';
import type { TicketsStore } from '../tickets/tickets';
import type { AccountTokensStore } from '../accounts/tokens';
import type { Connected } from '../mongo/collection';

/** What is read and written here. */
type Reach = ArchiveStore & EventsStore & IntakesStore & TicketsStore;

/** The tickets that tell something of a person. */
export interface Holdings {
  /** Theirs, open or closed. */
  own: string[];
  /** Others', on which they take part, spoke, or which were theirs. */
  others: string[];
}

/** Reads whole collections: exports and erasures are rare, and an index for them would cost every event. */
export async function findHoldings(store: Reach, personId: string): Promise<Holdings> {
  const [own, taken, spoken, passedOn] = await Promise.all([
    foliosOf(store, { requesterId: personId }),
    foliosOf(store, { participantIds: personId }),
    store.events.distinct('folio', { 'actor.id': personId }),
    store.events.distinct('folio', { type: 'requester_changed', 'data.from': personId }),
  ]);
  const registered = await registeredFolios(store, personId);
  const others = [...taken, ...spoken, ...passedOn, ...registered.passedOn];
  const all = new Set([...own, ...registered.unprojected]);
  return { own: [...all].sort(), others: [...new Set(others)].filter((folio) => !all.has(folio)).sort() };
}

async function foliosOf(
  store: ArchiveStore & TicketsStore,
  filter: { requesterId: string } | { participantIds: string },
): Promise<string[]> {
  const [open, closed] = await Promise.all([
    store.tickets.distinct('_id', { ...filter, closed: false }),
    store.archive.distinct('_id', filter),
  ]);
  return [...open, ...closed];
}

/** Registrations of the person: those that no worker has taken up yet, and those that are somebody else's by now. */
async function registeredFolios(
  store: ArchiveStore & IntakesStore & TicketsStore,
  personId: string,
): Promise<{ unprojected: string[]; passedOn: string[] }> {
  const registered = await store.intakes.distinct('_id', { 'input.registration.requesterId': personId });
  const [open, closed] = await Promise.all([
    store.tickets.distinct('_id', { _id: { $in: registered } }),
    store.archive.distinct('_id', { _id: { $in: registered } }),
  ]);
  const known = new Set([...open, ...closed]);
  return {
    unprojected: registered.filter((folio) => !known.has(folio)),
    passedOn: registered.filter((folio) => known.has(folio)),
  };
}

/** Those of the folios that are not at rest in the archive. */
export async function openAmong(store: ArchiveStore, folios: readonly string[]): Promise<string[]> {
  const closed = new Set(await store.archive.distinct('_id', { _id: { $in: [...folios] } }));
  return folios.filter((folio) => !closed.has(folio));
}

/** What belongs to nobody but the person, in collections that know them by one field. */
const BELONGINGS = [
  ['sessions', 'userId'],
  ['api_keys', 'userId'],
  ['registrations', '_id'],
  ['invitations', '_id'],
  ['second_factors', '_id'],
  ['refusals', 'personId'],
] as const;

/** Where somebody's address may stand who never became a person. */
const BY_ADDRESS = ['registrations', 'invitations'] as const;

/** Ends every way in, and forgets how the person came to have one. */
export async function dropBelongings(
  store: AccountTokensStore & AuditStore & Connected,
  { personId, email }: { personId: string; email: string },
): Promise<void> {
  // First the log, while it can still be known under which ids the address came before it was this person.
  for (const id of [personId, ...(await idsOfAddress(store, email))]) {
    await eraseAuditOf(store, id);
    await store.accountTokens.deleteMany({ subjectId: id }).exec();
  }
  for (const [collection, field] of BELONGINGS)
    await store.connection.collection(collection).deleteMany({ [field]: personId as never });
  for (const collection of BY_ADDRESS) await store.connection.collection(collection).deleteMany({ email });
}

/** Registrations and invitations of an address: each has an id of its own, whoever it became. */
async function idsOfAddress({ connection }: Connected, email: string): Promise<string[]> {
  const found = await Promise.all(
    BY_ADDRESS.map((collection) => connection.collection(collection).distinct('_id', { email })),
  );
  return found.flat().map(String);
}

/** Closes an account, or opens it again. */
export async function setActive(store: UsersStore, personId: string, active: boolean): Promise<void> {
  await store.users.updateOne({ _id: personId }, { $set: { active } }).exec();
}

/** RFC 2606: a domain that nobody has. */
const ERASED_AT = '@erased.invalid';

/** Whether only this is left of an account. */
export function isErased({ email }: Pick<User, 'email'>): boolean {
  return email.endsWith(ERASED_AT);
}

/** Leaves of an account only that there was one: id, role and customer, to which records refer. */
export async function blankPerson(store: AgentsStore & UsersStore, user: User, now: Date): Promise<void> {
  const blank: User = {
    _id: user._id,
    email: `${user._id}${ERASED_AT}`,
    name: 'Persona eliminada',
    search: searchOf('Persona eliminada'),
    phone: null,
    role: user.role,
    organizationId: user.organizationId,
    passwordHash: 'erased',
    active: false,
    createdAt: user.createdAt,
    updatedAt: now,
  };
  // As a version of its own, so that no form that was open meanwhile writes the name back.
  const { name, email } = blank;
  await changeAgent(store, user._id, () => ({ name, email, available: false }));
  await store.users.replaceOne({ _id: user._id }, blank).exec();
  forgetName(store.users, user._id);
}
