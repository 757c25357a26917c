import type { Model } from 'mongoose';
import { findByKeys } from '../by-key';

/** How long a name is shown as it was read; a change made by this process shows at once. */
const SHOWN_MS = 5_000;
const MAX_KEPT = 5_000;

type Named = { _id: string; name: string };

const kept = new WeakMap<object, Map<string, { name: string; until: number }>>();

/** The names of many people or organizations at once, for whatever shows them: nothing is decided by a name. */
export async function displayNames<Document extends Named>(
  model: Model<Document>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const names = namesOf(model);
  const now = performance.now();
  const unknown = new Set(ids.filter((id) => !((names.get(id)?.until ?? 0) > now)));
  if (names.size + unknown.size > MAX_KEPT) names.clear();
  const found = await findByKeys(model, unknown);
  for (const { _id, name } of found) names.set(_id, { name, until: now + SHOWN_MS });
  return new Map(
    ids.flatMap((id) => {
      const name = found.find(({ _id }) => _id === id)?.name ?? names.get(id)?.name;
      return name === undefined ? [] : [[id, name]];
    }),
  );
}

/** To be called with every change of a name. */
export function forgetName<Document extends Named>(model: Model<Document>, id: string): void {
  namesOf(model).delete(id);
}

function namesOf(model: object): Map<string, { name: string; until: number }> {
  const names = kept.get(model) ?? new Map<string, { name: string; until: number }>();
  kept.set(model, names);
  return names;
}
