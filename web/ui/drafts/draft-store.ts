const PREFIX = 'draft:';
const KEPT_MS = 30 * 24 * 3_600_000;

interface Kept<Value> {
  value: Value;
  at: number;
}

/** What was being written under a key; null when nothing was, or a month ago. */
export function readDraft<Value>(key: string): Value | null {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as Kept<Value> | null;
    return kept !== null && Date.now() - kept.at < KEPT_MS ? kept.value : null;
  } catch {
    return null;
  }
}

/** Null forgets it. */
export function writeDraft(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify({ value, at: Date.now() }));
  } catch {
    // No room or no permission: the text still stands on the page.
  }
}
