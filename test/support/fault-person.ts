import { randomUUID } from 'node:crypto';
import { commandIdOf } from '../../src/api/http/fingerprint';
import { waitUntil } from '../../tools/toolchain/wait-until';

export interface FaultAnswer {
  status: number;
  body: Record<string, unknown>;
}

export interface Request {
  method: 'POST' | 'PUT' | 'DELETE';
  /** Below /api/v1. */
  path: string;
  body: unknown;
  /** Idempotency key; the same one makes it the same request. */
  key: string;
  /** What the key and its owner make of it: how the ticket's events name it. */
  commandId: string;
}

/** Something the service has promised: it must be on its ticket, once. */
export interface Acknowledged {
  folio: string;
  commandId: string;
}

const LONG_MS = 90_000;

/** Somebody who calls a service that may die at any moment, and keeps what it has promised them. */
export class FaultPerson {
  readonly acknowledged: Acknowledged[] = [];

  constructor(
    private readonly url: string,
    private readonly apiKey: string,
    readonly id: string,
  ) {}

  request(method: Request['method'], path: string, body: unknown): Request {
    const key = randomUUID();
    return { method, path, body, key, commandId: commandIdOf(this.id, key) };
  }

  /** One attempt; null when the connection broke before an answer came. */
  async send(request: Request): Promise<FaultAnswer | null> {
    const response = await fetch(`${this.url}/api/v1${request.path}`, {
      method: request.method,
      headers: {
        authorization: `Bearer ${this.apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': request.key,
      },
      body: JSON.stringify(request.body),
    })
      .then(async (answer) => ({ status: answer.status, text: await answer.text() }))
      .catch(() => null);
    if (!response) return null;
    const body = JSON.parse(response.text) as Record<string, unknown>;
    if (response.status < 300) this.note(request, body);
    return { status: response.status, body };
  }

  /** Repeats the same request, as a client does, until there is an answer that says something: no 503. */
  async insist(request: Request): Promise<FaultAnswer> {
    const heard: string[] = [];
    const attempt = async (): Promise<FaultAnswer | false> => {
      const began = Date.now();
      const answer = await this.send(request);
      heard.push(
        `${answer ? `${answer.status} ${JSON.stringify(answer.body['code'] ?? '')}` : 'nothing'} after ${Date.now() - began} ms`,
      );
      return answer !== null && answer.status !== 503 && answer;
    };
    const what = `an answer to ${request.method} ${request.path}`;
    return await waitUntil(what, LONG_MS, attempt).catch((error: unknown) => {
      throw new Error(`${String(error)}; heard: ${heard.join(', ')}`, { cause: error });
    });
  }

  /** Insists, and expects success. */
  async succeed(method: Request['method'], path: string, body: unknown): Promise<FaultAnswer> {
    const answer = await this.insist(this.request(method, path, body));
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  }

  private note({ path, commandId }: Request, body: Record<string, unknown>): void {
    const folio = String(/^\/tickets\/(\d+)/.exec(path)?.[1] ?? body['folio']);
    this.acknowledged.push({ folio, commandId });
  }
}
