import { heartbeat } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';

const BEAT_MS = 2_000;

/**
 * Runs a step at a provider. Nothing of its error but a code reaches the engine's history: messages of providers may hold
 * addresses, links or keys. While it works it gives signs of life, so that the engine knows within seconds of a worker
 * that died in it.
 */
export async function askProvider<T>(code: string, work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => heartbeat(), BEAT_MS);
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApplicationFailure) throw error;
    throw ApplicationFailure.create({ type: codeOf(error, code), message: codeOf(error, code) });
  } finally {
    clearInterval(beat);
  }
}

/** A provider's own short code says most to whoever has to mend it; anything longer is not let through. */
function codeOf(error: unknown, fallback: string): string {
  const own = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof own === 'string' && /^[a-zA-Z0-9_]{1,40}$/.test(own)
    ? `${fallback}:${own.toLowerCase()}`
    : fallback;
}
