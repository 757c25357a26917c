import { Schema, type Connection, type Model } from 'mongoose';
import { collection, type Holds } from '../mongo/collection';
import { inserted } from '../mongo/duplicate-key';
import type { IntakesStore } from './intakes';

/** A ticket's own key, wrapped by a key of its customer. Stands in the intake: a registration stays one insert. */
export interface WrappedTicketKey {
  /** `folio:random`; stands in the clear beside everything that the key seals. */
  id: string;
  /** Base64. */
  wrapped: string;
  /** The customer's key that wrapped it. */
  by: string;
}

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

/**
 * The key of a ticket; null when it was destroyed, undefined when the ticket never had one or is not known.
 */
export async function findTicketKey(
  store: IntakesStore,
  folio: string,
): Promise<WrappedTicketKey | null | undefined> {
  const intake = await store.intakes
    .findById(folio)
    .select({ key: 1 })
    .lean<{ key?: WrappedTicketKey | null }>();
  return intake?.key;
}

/** From here on nobody reads what the ticket's executions have left in the engine. */
export async function destroyTicketKey(store: IntakesStore, folio: string): Promise<void> {
  await store.intakes.updateOne({ _id: folio, key: { $exists: true } }, { $set: { key: null } });
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

/**
 * Wraps tickets' keys anew. One that is destroyed meanwhile stays so.
 * @param rewrap null when a key is wrapped as it should be
 * @returns how many changed
 */
export async function rewrapTicketKeys(
  store: IntakesStore,
  rewrap: (organizationId: string, key: WrappedTicketKey) => Promise<WrappedTicketKey | null>,
): Promise<number> {
  let changed = 0;
  const intakes = store.intakes
    .find()
    .select({ key: 1, organizationId: 1 })
    .lean<{ _id: string; organizationId: string; key?: WrappedTicketKey | null }>();
  for await (const { _id, organizationId, key } of intakes.cursor()) {
    const next = key ? await rewrap(organizationId, key) : null;
    if (!next) continue;
    const { modifiedCount } = await store.intakes.updateOne(
      { _id, 'key.wrapped': key?.wrapped },
      { $set: { key: next } },
    );
    changed += modifiedCount;
  }
  return changed;
}
