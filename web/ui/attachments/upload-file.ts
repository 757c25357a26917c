import type { ApiProblem } from '../api/api-problem';
import { API_BASE, parseProblem, tellIfExpired } from '../api/client';
import type { Attachment } from '../api/types';

/**
 * Sends one file and tells how far it is, from 0 to 1. By XMLHttpRequest: `fetch` does not tell.
 * @throws ApiProblem (rejects); aborting rejects too, with nobody to tell
 */
export function uploadFile(
  file: File,
  key: string,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<Attachment> {
  return new Promise((resolve, reject: (problem: ApiProblem) => void) => {
    const request = new XMLHttpRequest();
    const refuse = (): void => {
      const problem = parseProblem(
        request.status,
        request.responseText,
        request.getResponseHeader('Retry-After'),
      );
      tellIfExpired(problem);
      reject(problem);
    };
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as Attachment);
      else refuse();
    });
    request.addEventListener('error', () => reject(parseProblem(503, '')));
    request.addEventListener('abort', () => reject(parseProblem(503, '')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', `${API_BASE}/attachments`);
    request.setRequestHeader('Idempotency-Key', key);
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
