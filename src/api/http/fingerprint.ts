import { createHash } from 'node:crypto';

/** 128 bits: no two keys of anybody meet, and the id stays readable in the Web UI. */
const COMMAND_ID_LENGTH = 32;

/** The same for a repeated request of the same caller: key of the remembered answer, and update id in the engine. */
export function commandIdOf(callerId: string, idempotencyKey: string): string {
  return sha256(`${callerId}\n${idempotencyKey}`).slice(0, COMMAND_ID_LENGTH);
}

/** Tells whether a key comes again with another request. The order of the body's fields does not matter. */
export function bodyHashOf(method: string, path: string, body: unknown): string {
  return sha256(`${method} ${path}\n${canonicalJson(body)}`);
}

/** JSON with the fields of every object in alphabetical order. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isPlain(inner) ? sorted(inner) : inner)) ?? '';
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
