import type { Model } from 'mongoose';
import { findByKeys } from '../mongo/by-key';
import { oncePer } from '../mongo/once-per';

/** How long a name is shown as it was read; a change made by this process shows at once. */
const SHOWN_MS = 5_000;
const MAX_KEPT = 5_000;

type Named = { _id: string; name: string };

const namesOf = oncePer<object, Map<string, { name: string; until: number }>>(() => new Map());

/** The names of many people or organizations at once, for whatever shows them: nothing is decided by a name. */
export async function displayNames<Document extends Named>(
  model: Model<Document>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const names = namesOf(model);
  const now = performance.now();
  if (names.size > MAX_KEPT) names.clear();
  const shown = new Map<string, string>();
  const unknown = new Set<string>();
  for (const id of ids) {
    const known = names.get(id);
    if (known && known.until > now) shown.set(id, known.name);
    else unknown.add(id);
  }
  for (const { _id, name } of await findByKeys(model, unknown)) {
    names.set(_id, { name, until: now + SHOWN_MS });
    shown.set(_id, name);
  }
  return shown;
}

/** To be called with every change of a name. */
export function forgetName<Document extends Named>(model: Model<Document>, id: string): void {
  namesOf(model).delete(id);
}
