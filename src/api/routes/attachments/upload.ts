import type { Readable } from 'node:stream';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import type { Request } from 'express';
import { ApiError, type FieldProblem } from '../../problems/api-error';

/** 20 MiB. */
const MAX_BYTES = 20 * 1024 * 1024;
const NAME_LENGTH = 200;

export interface IncomingFile {
  /** Without folders or control characters, never empty. */
  name: string;
  /** Fails with `file_too_large` beyond 20 MiB, and when the upload breaks off. */
  content: Readable;
}

/**
 * Reads the one file of a multipart request, in the field `file`, while it arrives; answers what `keep` made of it.
 * What came with more than that is refused, and what was kept of it goes to `discard`.
 * @throws ApiError unsupported_media_type, invalid_request, file_missing, file_too_large, request_aborted, or what
 *   `keep` throws
 */
export async function receiveFile<Kept>(
  request: Request,
  keep: (file: IncomingFile) => Promise<Kept>,
  discard: (kept: Kept) => Promise<void>,
): Promise<Kept> {
  const parser = parserFor(request);
  /** Nothing is ignored: whoever sends two files must not believe that both were kept. */
  const settle = async (kept: Kept, surplus: FieldProblem[]): Promise<Kept> => {
    if (surplus.length === 0) return kept;
    await discard(kept);
    throw new ApiError('invalid_request', { errors: surplus });
  };
  try {
    return await new Promise<Kept>((resolve, reject) => {
      let kept: Promise<Kept> | undefined;
      let content: BusboyFileStream | undefined;
      const surplus: FieldProblem[] = [];
      const fail = (error: Error): void => {
        content?.destroy(error);
        reject(error);
      };
      parser.on('field', (field) => surplus.push({ path: field, code: 'unknown_field' }));
      parser.on('file', (field, stream, name: string | undefined) => {
        if (field !== 'file' || kept !== undefined) {
          stream.resume();
          surplus.push({ path: field, code: field === 'file' ? 'repeated' : 'unknown_field' });
          return;
        }
        content = stream;
        stream.once('limit', () => fail(new ApiError('file_too_large')));
        kept = keep({ name: cleanName(name ?? ''), content: stream });
        // Told at once rather than after the rest of a file that nobody wants.
        kept.catch(reject);
      });
      parser.once('error', () => fail(new ApiError('request_aborted')));
      parser.once('finish', () => {
        if (kept) kept.then((file) => settle(file, surplus)).then(resolve, reject);
        else reject(new ApiError('file_missing', 'file'));
      });
      request.once('aborted', () => fail(new ApiError('request_aborted')));
      request.pipe(parser);
    });
  } finally {
    // What is left of the body must still be taken from the line, or the answer can not be read.
    request.unpipe(parser);
    request.resume();
  }
}

function parserFor(request: Request): BusboyInstance {
  const type = request.headers['content-type'];
  if (type === undefined || !/^multipart\/form-data\b/i.test(type))
    throw new ApiError('unsupported_media_type');
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': type },
      limits: {
        files: 2,
        fileSize: MAX_BYTES,
        fields: 10,
        fieldSize: 1024,
        headerPairs: 50,
        headerSize: 8192,
      },
    });
  } catch {
    throw new ApiError('unsupported_media_type');
  }
}

function cleanName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const clean = base.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '').trim();
  // By characters, so that none is cut in half; the end is kept, for the extension.
  return [...clean].slice(-NAME_LENGTH).join('') || 'archivo';
}
