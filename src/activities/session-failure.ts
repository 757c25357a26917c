import { ApplicationFailure } from '@temporalio/common';

/**
 * Runs a step outside so that nothing of its error but a code reaches the engine's history: messages of providers may
 * hold addresses, links or keys.
 */
export async function quietly<T>(code: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApplicationFailure) throw error;
    throw ApplicationFailure.create({ type: codeOf(error, code), message: codeOf(error, code) });
  }
}

/** A provider's own short code says most to whoever has to mend it; anything longer is not let through. */
function codeOf(error: unknown, fallback: string): string {
  const own = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof own === 'string' && /^[a-zA-Z0-9_]{1,40}$/.test(own)
    ? `${fallback}:${own.toLowerCase()}`
    : fallback;
}
