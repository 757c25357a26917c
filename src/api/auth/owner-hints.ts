/** As many log-ins and keys as a process may see in a day; the oldest make room. */
const MAX_KEPT = 5_000;

const kept = new Map<string, string>();

/**
 * Whose a log-in or an API key was when this process last saw it. It never changes, but it proves nothing: it only lets
 * the person be looked up beside the credential instead of after it, which is one wait instead of two.
 */
export function ownerHint(credentialId: string): string | null {
  return kept.get(credentialId) ?? null;
}

/** Keeps whose a credential is, once it has proved good. */
export function keepOwnerHint(credentialId: string, userId: string): void {
  if (kept.get(credentialId) === userId) return;
  const [oldest] = kept.keys();
  if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(credentialId, userId);
}
