import createClient from 'openapi-fetch';
import { ApiProblem } from './api-problem';
import type { paths } from './schema';

/** Sent on `window` when a session has ended, so that a log-in can be asked for without leaving the page. */
export const SESSION_EXPIRED = 'session-expired';

/** The service's client. Every refusal is thrown as `ApiProblem`; read `data` only. */
export const api = createClient<paths>({ baseUrl: '/api/v1', fetch: askOrExplain });

api.use({
  async onResponse({ response, schemaPath }) {
    if (response.ok) return;
    const problem = await problemOf(response);
    if (problem.code === 'unauthenticated' && schemaPath !== '/session')
      window.dispatchEvent(new Event(SESSION_EXPIRED));
    throw problem;
  },
});

async function askOrExplain(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    throw new ApiProblem(0, 'network', '');
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  try {
    const body = (await response.json()) as { code: string; detail: string; errors?: [] };
    return new ApiProblem(response.status, body.code, body.detail, body.errors);
  } catch {
    return new ApiProblem(response.status, 'network', '');
  }
}
