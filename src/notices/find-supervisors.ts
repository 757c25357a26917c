import type { Store } from '../store/store';

/** Ids of the supervisors who are there, for what is told to all of them. */
export async function findSupervisors(store: Store): Promise<string[]> {
  const found = await store.users
    .find({ role: 'supervisor', active: true }, { _id: 1 })
    .sort({ _id: 1 })
    .lean<{ _id: string }[]>();
  return found.map(({ _id }) => _id);
}
