import type { FieldProblem } from '../problems/api-error';

/** Deeper than any shape of the contract; guards every walk over a body against overflowing the stack. */
const DEEPEST = 32;

/** Names that reach the prototype of an object when code is careless with them. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** NUL ends strings in some stores, a lone surrogate is no character: neither survives its way through UTF-8. */
const BROKEN_TEXT = /\0|\p{Surrogate}/u;

/**
 * Looks through parsed JSON for what no field may hold, whatever its schema says.
 * @returns the first problem, or null; `path` is dotted
 */
export function inspectJson(value: unknown, path: readonly string[] = []): FieldProblem | null {
  if (path.length > DEEPEST) return { path: path.slice(0, 3).join('.'), code: 'too_deep' };
  if (typeof value === 'string')
    return isBrokenText(value) ? { path: path.join('.'), code: 'invalid_text' } : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, key];
    if (FORBIDDEN_KEYS.has(key)) return { path: here.join('.'), code: 'unknown_field' };
    if (isBrokenText(key)) return { path: path.join('.'), code: 'invalid_text' };
    const problem = inspectJson(inner, here);
    if (problem) return problem;
  }
  return null;
}

/** Whether a text holds NUL or half a character. */
export function isBrokenText(text: string): boolean {
  return BROKEN_TEXT.test(text);
}
