import { trusted, type QueryFilter } from 'mongoose';
import { isStaff, ROLES, type Role } from '../../domain/access/role';
import { personStatus, type PersonStatus } from '../../domain/access/person-status';
import { isErased } from '../erasures/erasures-holdings';
import { literally, searchWords } from '../mongo/search-text';
import { findPaused, type LoginAttemptsStore } from './login-attempts';
import type { User, UsersStore } from './users';

export interface PeopleFilter {
  /** Words that must all occur in name, address or telephone. */
  q?: string | undefined;
  organizationId?: string | undefined;
  branchId?: string | undefined;
  kind?: 'clients' | 'staff' | undefined;
  role?: Role | undefined;
  status?: PersonStatus | undefined;
  /** Only people of customers for whom tickets may be registered: a pause of log-ins does not matter, it passes. */
  served?: boolean | undefined;
}

export interface Listed {
  readonly user: User;
  readonly status: PersonStatus;
}

/**
 * People by name. How an account stands is judged for each of those who match otherwise, as they are read: part of it
 * lies with the log-ins that failed, which are not kept under anybody's name.
 * @param after what was ordered by, and the id, of the last one of the page before
 */
export async function listPeople(
  store: LoginAttemptsStore & UsersStore,
  filter: PeopleFilter,
  {
    after,
    limit,
    now,
  }: { after?: readonly [search: string, id: string] | undefined; limit: number; now: Date },
): Promise<Listed[]> {
  const judge = await judgeAt(store, now);
  const found: Listed[] = [];
  const cursor = store.users
    .find({ $and: [matching(filter), behind(after)] })
    .sort({ search: 1, _id: 1 })
    .lean<User>()
    .cursor();
  for await (const user of cursor) {
    const status = judge(user);
    if (isAsked(status, filter)) found.push({ user, status });
    if (found.length === limit) break;
  }
  return found;
}

/** Tells how accounts stand at an instant. */
export async function judgeAt(store: LoginAttemptsStore, now: Date): Promise<(user: User) => PersonStatus> {
  const isPaused = await findPaused(store, now);
  return (user) => {
    const { active, departedAt = null } = user;
    return personStatus({ active, departedAt, erased: isErased(user), paused: isPaused(user) }, now);
  };
}

const TELEPHONE = /^[-+().\d]+$/;
const FEWEST_DIGITS = 2;

function isAsked(status: PersonStatus, filter: PeopleFilter): boolean {
  if (filter.served && status !== 'active' && status !== 'locked') return false;
  return filter.status === undefined || status === filter.status;
}

function matching({
  q,
  organizationId,
  branchId,
  kind,
  role,
  status,
  served,
}: PeopleFilter): QueryFilter<User> {
  const roles = kind && ROLES.filter((one) => isStaff(one) === (kind === 'staff'));
  const conditions: QueryFilter<User>[] = [
    ...searchWords(q).map((word) => ({ $or: placesOf(word) })),
    ...(roles ? [{ role: trusted({ $in: roles }) }] : []),
    ...(organizationId === undefined ? [] : [{ organizationId }]),
    ...(branchId === undefined ? [] : [{ branchId }]),
    ...(role === undefined ? [] : [{ role }]),
    ...(status === 'erased' ? [{ active: false }] : []),
    ...(served ? [{ active: true, organizationId: trusted({ $ne: null }) }] : []),
  ];
  return conditions.length > 0 ? { $and: conditions } : {};
}

function behind(after: readonly [search: string, id: string] | undefined): QueryFilter<User> {
  if (after === undefined) return {};
  const [search, id] = after;
  return { $or: [{ search: trusted({ $gt: search }) }, { search, _id: trusted({ $gt: id }) }] };
}

/** Where a word may occur: one of digits in a telephone too, however either is spaced. */
function placesOf(word: string): QueryFilter<User>[] {
  const digits = TELEPHONE.test(word) ? word.replace(/\D/g, '') : '';
  const phone = trusted({ $regex: [...digits].join('\\D*') });
  return [
    { search: containing(word) },
    { email: containing(word) },
    ...(digits.length < FEWEST_DIGITS ? [] : [{ phone }]),
  ];
}

function containing(word: string): QueryFilter<User>['search'] {
  return trusted({ $regex: literally(word) });
}
