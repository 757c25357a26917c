import express, { type Request, type Response } from 'express';

/** Takes the bytes of a request as they came; none for a request without a body. */
export type ReadRawBody = (request: Request, response: Response) => Promise<Buffer>;

/**
 * Compressed bodies are refused: a small one can unpack to a large one.
 * @param limitBytes a larger body is refused with 413
 */
export function rawBodyReader(limitBytes: number): ReadRawBody {
  const read = express.raw({ type: () => true, limit: limitBytes, inflate: false });
  return async (request, response) => {
    await new Promise<void>((resolve, reject) => {
      read(request, response, (error?: Error) => (error ? reject(error) : resolve()));
    });
    const bytes: unknown = request.body;
    return Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0);
  };
}
