import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { problemsOf } from '../../src/api/problems/route-problems';
import { problemSchema } from '../../src/contract/problem';
import { ROUTES } from '../../src/contract/registry';
import type { Role } from '../../src/domain/access/role';

export interface Reply {
  status: number;
  headers: Headers;
  /** Parsed JSON, or null without a body. */
  body: Record<string, unknown>;
}

type Id = (typeof ROUTES)[number]['id'];

interface Given {
  params?: Record<string, string>;
  query?: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** Instead of `body`: sent as it is. */
  raw?: string | Uint8Array<ArrayBuffer>;
}

/**
 * Somebody who calls the API over HTTP. Every answer is held against the contract: a success against the schema of its
 * status, a refusal against the problem schema and the codes that its route declares.
 */
export class Caller {
  constructor(
    readonly url: string,
    private readonly apiKey: string | null,
    readonly who: { userId: string; organizationId: string | null; role: Role },
  ) {}

  get authorization(): string {
    return `Bearer ${this.apiKey ?? ''}`;
  }

  async call(id: Id, given: Given = {}): Promise<Reply> {
    const route = ROUTES.find((one) => one.id === id)!;
    const path = route.path.replace(/\{(\w+)\}/g, (_match, name: string) =>
      encodeURIComponent(given.params?.[name] ?? ''),
    );
    const required: Record<string, string> =
      route.idempotency === 'required' ? { 'Idempotency-Key': randomUUID() } : {};
    const reply = await this.send(route.method, `/api/v1${path}${given.query ?? ''}`, {
      ...given,
      headers: { ...required, ...given.headers },
    });
    const answer = route.answers.find(({ status }) => status === reply.status);
    if (!answer) {
      expect(problemsOf(route)).toContain(reply.body['code']);
      return reply;
    }
    const schema: z.ZodType | undefined = 'schema' in answer ? answer.schema : undefined;
    if (schema) schema.parse(reply.body);
    return reply;
  }

  /** The answer as it comes, for what does not end by itself. */
  open(path: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    const authorization: Record<string, string> =
      this.apiKey === null ? {} : { authorization: `Bearer ${this.apiKey}` };
    return fetch(this.url + path, { headers: { ...authorization, ...headers }, signal });
  }

  async send(method: string, path: string, given: Omit<Given, 'params' | 'query'> = {}): Promise<Reply> {
    const { body, raw, headers } = given;
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(this.url + path, {
      method: method.toUpperCase(),
      headers: {
        ...(this.apiKey !== null && { authorization: `Bearer ${this.apiKey}` }),
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
    });
    const text = await response.text();
    const parsed = (text === '' ? null : JSON.parse(text)) as Reply['body'];
    if (response.status >= 400 && !isHealth(path)) assertProblem(response, parsed);
    return { status: response.status, headers: response.headers, body: parsed };
  }
}

/** Every refusal, whatever its cause, is a problem of the catalogue. */
function assertProblem(response: Response, body: unknown): void {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = problemSchema.parse(body);
  expect(problem.status).toBe(response.status);
  expect(problem.instance).toBe(response.headers.get('x-request-id'));
}

function isHealth(path: string): boolean {
  return path.startsWith('/api/v1/health/');
}
