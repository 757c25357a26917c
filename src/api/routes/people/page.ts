import { DEFAULT_LIMIT } from '../../../contract/page';
import { listPeople, type Listed, type PeopleFilter } from '../../../store/accounts/list-people';
import type { Deps } from '../../deps';
import { makeCursor, readCursor, type PageQuery } from '../account-page';

/**
 * A page of people by name.
 * @param name ties a cursor to its list
 * @throws ApiError invalid_request on a cursor that was not made here
 */
export async function pageOfPeople(
  { store, clock }: Deps,
  name: string,
  filter: PeopleFilter,
  { limit = DEFAULT_LIMIT, cursor }: PageQuery,
): Promise<{ people: Listed[]; nextCursor: string | null }> {
  const page = { after: readCursor(name, cursor), limit: limit + 1, now: clock() };
  const found = await listPeople(store, filter, page);
  const people = found.slice(0, limit);
  const last = people.at(-1)?.user;
  const more = found.length > people.length && last !== undefined;
  return { people, nextCursor: more ? makeCursor(name, [last.search ?? '', last._id]) : null };
}
