import createClient from 'openapi-fetch';
import { ApiProblem, type FieldProblem } from './api-problem';
import type { paths } from './schema';

/** Sent on `window` when a session has ended, so that a log-in can be asked for without leaving the page. */
export const SESSION_EXPIRED = 'session-expired';

/** Where the service answers, as seen from the page. */
export const API_BASE = '/api/v1';

/** The service's client. Every refusal is thrown as `ApiProblem`; read `data` only. */
export const api = createClient<paths>({ baseUrl: API_BASE, fetch: askOrExplain });

api.use({
  async onResponse({ response, schemaPath }) {
    if (response.ok) return;
    const problem = await problemOf(response);
    if (schemaPath !== '/session') tellIfExpired(problem);
    throw problem;
  },
});

/** Asks for a log-in over the page when that is what the refusal means. */
export function tellIfExpired({ code }: ApiProblem): void {
  if (code === 'unauthenticated') window.dispatchEvent(new Event(SESSION_EXPIRED));
}

/** The refusal that a body of `application/problem+json` tells of; anything else came from a proxy in between. */
export function parseProblem(status: number, text: string, retryAfter: string | null = null): ApiProblem {
  try {
    const { code, detail, errors, ...members } = JSON.parse(text) as Problem;
    if (typeof code !== 'string') throw new TypeError('no problem');
    return new ApiProblem(status, code, detail ?? '', errors, members, seconds(retryAfter));
  } catch {
    return new ApiProblem(status, status >= 500 ? 'network' : 'unexpected', '');
  }
}

interface Problem extends Record<string, unknown> {
  code: string;
  detail?: string;
  errors?: FieldProblem[];
}

async function askOrExplain(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    throw new ApiProblem(0, 'network', '');
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const text = await response.text().catch(() => '');
  return parseProblem(response.status, text, response.headers.get('Retry-After'));
}

function seconds(header: string | null): number | null {
  const value = Number(header);
  return header !== null && Number.isFinite(value) ? value : null;
}
