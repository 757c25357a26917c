import { Schema, type Connection, type Model } from 'mongoose';
import { collection, type Holds } from '../mongo/collection';
import { inserted } from '../mongo/duplicate-key';

/** A customer's key, wrapped by a master key. A customer gets another one by rotation; the old ones go on opening. */
export interface OrganizationKeyDocument {
  /** `organizationId:serial`. */
  _id: string;
  organizationId: string;
  /** Counts the keys of the customer from 1; the highest wraps. */
  serial: number;
  /** Base64. */
  wrapped: string;
  /** The master key that wrapped it. */
  by: string;
  createdAt: Date;
}

/** The part of the store that holds them. */
export type OrganizationKeysStore = Holds<'organizationKeys', OrganizationKeyDocument>;

export function organizationKeyModel(connection: Connection): Model<OrganizationKeyDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      organizationId: String,
      serial: Number,
      wrapped: String,
      by: String,
      createdAt: Date,
    },
    { collection: 'organization_keys' },
  );
  schema.index({ organizationId: 1, serial: -1 });
  return collection(connection, 'OrganizationKey', schema);
}

export function findOrganizationKey(
  store: OrganizationKeysStore,
  id: string,
): Promise<OrganizationKeyDocument | null> {
  return store.organizationKeys.findById(id).lean<OrganizationKeyDocument>().exec();
}

/** The key that wraps for a customer; null before the first. */
export async function lastOrganizationKey(
  store: OrganizationKeysStore,
  organizationId: string,
): Promise<OrganizationKeyDocument | null> {
  const [last] = await store.organizationKeys
    .find({ organizationId })
    .sort({ serial: -1 })
    .limit(1)
    .lean<OrganizationKeyDocument[]>();
  return last ?? null;
}

/** @returns false when somebody else has just added the key of that serial */
export function addOrganizationKey(
  store: OrganizationKeysStore,
  key: OrganizationKeyDocument,
): Promise<boolean> {
  return inserted(store.organizationKeys.insertMany([key]));
}

/** Wraps customers' keys anew. @param rewrap null when a key is wrapped as it should be @returns how many changed */
export async function rewrapOrganizationKeys(
  store: OrganizationKeysStore,
  rewrap: (key: OrganizationKeyDocument) => Pick<OrganizationKeyDocument, 'wrapped' | 'by'> | null,
): Promise<number> {
  let changed = 0;
  for await (const key of store.organizationKeys.find().lean<OrganizationKeyDocument>().cursor()) {
    const next = rewrap(key);
    if (!next) continue;
    await store.organizationKeys.updateOne({ _id: key._id }, { $set: next });
    changed += 1;
  }
  return changed;
}
