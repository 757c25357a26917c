import type { IntakesStore } from './intakes';
import type { WrappedTicketKey } from './wrapped-ticket-key';

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
