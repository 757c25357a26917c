import { useSearchParams } from 'react-router';

const KEY = 'destination';
const KEPT_MS = 14 * 24 * 3_600_000;
const LONGEST = 1_000;

interface Destination {
  /** Where the person was going when they were asked to log in; null when nowhere in particular. */
  path: string | null;
  /** The address of another page without log-in, which sends them on as this one does. */
  carry: (page: string) => string;
}

export function useDestination(): Destination {
  const [query] = useSearchParams();
  const path = pathWithin(query.get('to'));
  return {
    path,
    carry: (page) => (path === null ? page : `${page}?${new URLSearchParams({ to: path }).toString()}`),
  };
}

/**
 * Keeps where somebody was going while their account, or its password, comes by mail: the link in it opens another tab
 * and knows nothing of this one. Null forgets it. For two weeks at most, and for the person of that address only.
 */
export function keepDestination(email: string, path: string | null): void {
  try {
    if (path === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify({ email: folded(email), path, at: Date.now() }));
  } catch {
    // No room or no permission: the person finds the way by themselves.
  }
}

/** Where somebody was going who logs in at last, once; null when nowhere, or too long ago. */
export function takeDestination(email: string): string | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Record<string, unknown> | null;
    if (kept === null || kept['email'] !== folded(email)) return null;
    localStorage.removeItem(KEY);
    const age = Date.now() - Number(kept['at']);
    return age >= 0 && age < KEPT_MS ? pathWithin(kept['path']) : null;
  } catch {
    return null;
  }
}

/** Only a path of this application: an address in a link must lead nobody elsewhere. */
function pathWithin(path: unknown): string | null {
  return typeof path === 'string' && path.length <= LONGEST && /^\/(?![/\\])/.test(path) ? path : null;
}

function folded(email: string): string {
  return email.trim().toLowerCase();
}
