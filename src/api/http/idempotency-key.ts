import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Route } from '../../contract/route';
import { ApiError } from '../problems/api-error';

interface Key {
  readonly value: string;
  readonly given: boolean;
  /** @throws ApiError when the caller's key is missing or malformed; judged with the rest of the input. */
  soundOrThrow(): string;
}

/** Visible ASCII: what every client can send and every log can show. */
const SOUND_KEY = /^[\x21-\x7e]{1,255}$/;

/** The key of a request: the caller's, or one minted for it, which every answer then carries. */
export function idempotencyKey(route: Route, http: Request): Key {
  const given = route.idempotency === 'none' ? undefined : http.get('Idempotency-Key');
  const sound = given !== undefined && SOUND_KEY.test(given);
  const value = sound ? given : randomUUID();
  const soundOrThrow = (): string => {
    if (given === undefined && route.idempotency === 'required')
      throw new ApiError('idempotency_key_required');
    if (given !== undefined && !sound) throw malformed();
    return value;
  };
  return { value, given: sound, soundOrThrow };
}

function malformed(): ApiError {
  return new ApiError('invalid_request', { errors: [{ path: 'Idempotency-Key', code: 'invalid_format' }] });
}
