import { Schema, type Connection, type Model } from 'mongoose';
import { findByKeys } from '../mongo/by-key';
import { collection, type Holds } from '../mongo/collection';
import type { IntakesStore } from './intakes';

/** Tickets that were opened to follow a closed one: joined when read, since a closed record never changes. */
export interface FollowUpDocument {
  /** Folio of the ticket that is followed. */
  _id: string;
  followers: string[];
}

/** The part of the store that holds them. */
export type FollowUpsStore = Holds<'followUps', FollowUpDocument>;

export function followUpModel(connection: Connection): Model<FollowUpDocument> {
  const schema = new Schema(
    { _id: { type: String, required: true }, followers: [String] },
    { collection: 'follow_ups' },
  );
  return collection(connection, 'FollowUp', schema);
}

/** Written before the registration itself: a folio that then is not registered shows nowhere. */
export async function noteFollowUp(store: FollowUpsStore, folio: string, follower: string): Promise<void> {
  await store.followUps.updateOne({ _id: folio }, { $addToSet: { followers: follower } }, { upsert: true });
}

/** Registered followers of each of the tickets that have any. */
export async function followersOf(
  store: FollowUpsStore & IntakesStore,
  folios: readonly string[],
): Promise<Map<string, string[]>> {
  const found = await findByKeys(store.followUps, folios);
  const registered = await findByKeys(
    store.intakes,
    found.flatMap(({ followers }) => followers),
  );
  const known = new Set(registered.map(({ _id }) => _id));
  return new Map(found.map(({ _id, followers }) => [_id, followers.filter((folio) => known.has(folio))]));
}
