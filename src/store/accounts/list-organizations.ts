import { trusted, type QueryFilter } from 'mongoose';
import { fold, literally } from '../mongo/search-text';
import { asStored, type Organization, type OrganizationsStore } from './organizations';

/** A page of customers by name; `after` is the `search` and the id of the last one of the page before. */
export async function listOrganizations(
  store: OrganizationsStore,
  {
    q,
    after,
    limit,
  }: { q?: string | undefined; after?: readonly [search: string, id: string] | undefined; limit: number },
): Promise<Organization[]> {
  const conditions: QueryFilter<Organization>[] = [];
  if (q !== undefined) conditions.push({ search: trusted({ $regex: literally(fold(q)) }) });
  if (after !== undefined) {
    const [search, id] = after;
    const behind = { search, _id: trusted({ $gt: id }) };
    conditions.push({ $or: [{ search: trusted({ $gt: search }) }, behind] });
  }
  const found = await store.organizations
    .find(conditions.length > 0 ? { $and: conditions } : {})
    .sort({ search: 1, _id: 1 })
    .limit(limit)
    .lean<Organization[]>()
    .exec();
  return found.map(asStored);
}
