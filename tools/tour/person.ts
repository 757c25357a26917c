import { randomUUID } from 'node:crypto';

/** Somebody logged in at the API, as a browser would be. */
export interface Person {
  readonly name: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: object): Promise<T>;
  put<T>(path: string, body: object): Promise<T>;
  patch<T>(path: string, body: object): Promise<T>;
  delete<T>(path: string): Promise<T>;
}

/** The API refused; `code` is the problem's. */
export class Refusal extends Error {
  constructor(
    request: string,
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(`${request} answered ${status} ${code}: ${detail}`);
    this.name = 'Refusal';
  }
}

/** @param api base address, up to `/api/v1` */
export async function logIn(api: string, email: string, password: string): Promise<Person> {
  const response = await request(`${api}/session`, 'POST', { email, password }, {});
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { user } = (await response.json()) as { user: { name: string } };
  const send = async <T>(method: string, path: string, body?: object): Promise<T> =>
    (await request(`${api}${path}`, method, body, { Cookie: cookie })).json() as Promise<T>;
  return {
    name: user.name,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    patch: (path, body) => send('PATCH', path, body),
    delete: (path) => send('DELETE', path),
  };
}

async function request(
  url: string,
  method: string,
  body: object | undefined,
  headers: Record<string, string>,
): Promise<Response> {
  const response = await fetch(url, {
    method,
    headers: {
      ...headers,
      ...(method === 'GET' ? {} : { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string };
  const { code = 'no_problem_given', detail = '' } = problem;
  throw new Refusal(`${method} ${new URL(url).pathname}`, response.status, code, detail);
}
