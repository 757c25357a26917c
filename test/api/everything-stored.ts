import type { Store } from '../../src/store/store';

/** What a request may write without changing anything that people know of. */
const BESIDE = new Set(['login_attempts', 'api_keys', 'sessions', 'audit', 'refusals']);

/** Every document of the store by collection: equal before and after means that nothing changed. */
export async function everythingStored({ connection }: Store): Promise<Record<string, unknown[]>> {
  const models = Object.values(connection.models).filter((model) => !BESIDE.has(model.collection.name));
  const entries = await Promise.all(
    models.map(
      async (model) =>
        [model.collection.name, await model.collection.find({}).sort({ _id: 1 }).toArray()] as const,
    ),
  );
  return Object.fromEntries(entries);
}
