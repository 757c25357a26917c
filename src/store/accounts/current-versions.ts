import { trusted, type Connection, type Model } from 'mongoose';
import { findByKey } from '../mongo/by-key';
import { collection, strictSchema, type Holds } from '../mongo/collection';
import { ignoringDuplicates, isDuplicateKey } from '../mongo/duplicate-key';

/** Which version of something holds now; the versions themselves never change. */
export interface CurrentVersion {
  /** Its kind and id, as in `calendar:mx`. */
  _id: string;
  version: number;
}

/** The part of the store that holds them. */
export type CurrentVersionsStore = Holds<'currentVersions', CurrentVersion>;

const MAX_RACES = 100;

export function currentVersionModel(connection: Connection): Model<CurrentVersion> {
  const schema = strictSchema('current_versions', {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
  });
  return collection(connection, 'CurrentVersion', schema);
}

/** 0 while there is none. */
export async function currentVersion(store: CurrentVersionsStore, key: string): Promise<number> {
  const pointer = await findByKey(store.currentVersions, key);
  return pointer?.version ?? 0;
}

/** What there is of a kind, as `calendar`, by id, each with the version that holds now. */
export async function currentVersions(
  store: CurrentVersionsStore,
  kind: string,
): Promise<{ id: string; version: number }[]> {
  const ofKind = { _id: trusted({ $regex: `^${kind}:` }) };
  const pointers = await store.currentVersions.find(ofKind).sort({ _id: 1 }).lean<CurrentVersion[]>().exec();
  return pointers.map(({ _id, version }) => ({ id: _id.slice(kind.length + 1), version }));
}

/**
 * Makes the next version. `insert` writes it under a unique id, which is what keeps two writers from having the same
 * one; who comes second moves the pointer on for the first (it may have died in between) and takes the next number.
 * @param after the version that the change was made from, where that matters
 * @returns the number; null when `after` is not the present version any more
 */
export async function addVersion(
  store: CurrentVersionsStore,
  key: string,
  after: number | undefined,
  insert: (version: number) => Promise<unknown>,
): Promise<number | null> {
  for (let race = 0; race < MAX_RACES; race += 1) {
    const version = (await currentVersion(store, key)) + 1;
    if (after !== undefined && version !== after + 1) return null;
    const mine = await insert(version).then(
      () => true,
      (error: unknown) => {
        if (isDuplicateKey(error)) return false;
        throw error;
      },
    );
    await advance(store, key, version);
    if (mine) return version;
  }
  throw new Error(`${key} is being changed without pause`);
}

/** The pointer only grows: one that is further already makes the upsert fail on its own id. */
async function advance(store: CurrentVersionsStore, key: string, version: number): Promise<void> {
  const guard = { _id: key, version: trusted({ $lt: version }) };
  await ignoringDuplicates(
    store.currentVersions.updateOne(guard, { $set: { version } }, { upsert: true }).exec(),
  );
}
