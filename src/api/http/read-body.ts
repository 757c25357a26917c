import type { Request, Response } from 'express';
import { ApiError } from '../problems/api-error';
import { inspectJson } from './inspect-json';
import { rawBodyReader } from './read-raw-body';

/** 1 MiB. */
const LIMIT_BYTES = 1_048_576;

const readBytes = rawBodyReader(LIMIT_BYTES);

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * The JSON body of a request; undefined when it has none.
 * @throws ApiError payload_too_large, unsupported_media_type, malformed_json, or invalid_request with the field
 */
export async function readJsonBody(request: Request, response: Response): Promise<unknown> {
  const bytes = await readBytes(request, response);
  if (bytes.length === 0) return undefined;
  if (!isJson(request.headers['content-type'])) throw new ApiError('unsupported_media_type');
  const value = parse(bytes);
  const problem = inspectJson(value);
  if (problem) throw new ApiError('invalid_request', { errors: [problem] });
  return value;
}

/** `application/json`, in UTF-8 if it says anything. */
function isJson(contentType: string | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  return (
    type === 'application/json' && parameters.every((parameter) => /^(charset="?utf-?8"?)?$/.test(parameter))
  );
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(UTF8.decode(bytes));
  } catch {
    throw new ApiError('malformed_json');
  }
}
