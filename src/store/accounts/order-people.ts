import { trusted } from 'mongoose';
import { searchOf, type User, type UsersStore } from './users';

/** Puts people in their place who were added before lists of them were in order. To be called before the first request. */
export async function orderPeople(store: UsersStore): Promise<void> {
  const unordered = store.users.find({ search: trusted({ $exists: false }) }).lean<User>();
  for await (const { _id, name } of unordered.cursor())
    await store.users.updateOne({ _id }, { $set: { search: searchOf(name) } }).exec();
}
