import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often a request is made whose outcome the service does not know yet. */
const ATTEMPTS = 3;

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

interface Member {
  readonly url: string;
  serving: boolean;
  underWay: number;
}

/** What stands in front in production: ends TLS, spreads requests, and sends none to a member that is taken out. */
export class Balancer {
  private readonly members: Member[];
  private turn = 0;
  answered = 0;
  /** Requests without a successful answer. */
  readonly failures: string[] = [];

  constructor(urls: readonly string[]) {
    this.members = urls.map((url) => ({ url, serving: true, underWay: 0 }));
  }

  /** @param from address of the caller, as forwarded */
  async send(
    method: string,
    path: string,
    { from, cookie, body }: { from: string; cookie?: string; body?: unknown },
  ): Promise<Answer> {
    const key = randomUUID();
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.attempt(method, path, { from, cookie, body, key });
      // "Unknown, repeat with the same key" is an answer that every client is told to act upon.
      if (answer.status !== 503 || attempt === ATTEMPTS) return this.judge(`${method} ${path}`, answer);
      await sleep(Number(answer.headers.get('retry-after') ?? 1) * 1_000);
    }
  }

  private judge(request: string, answer: Answer): Answer {
    if (answer.status >= 400)
      this.failures.push(`${request}: ${answer.status} ${JSON.stringify(answer.body)}`);
    this.answered += 1;
    return answer;
  }

  private async attempt(
    method: string,
    path: string,
    { from, cookie, body, key }: { from: string; cookie: string | undefined; body: unknown; key: string },
  ): Promise<Answer> {
    const member = this.next();
    member.underWay += 1;
    try {
      const response = await fetch(`${member.url}/api/v1${path}`, {
        method,
        headers: {
          'x-forwarded-for': from,
          'x-forwarded-proto': 'https',
          'idempotency-key': key,
          ...(cookie !== undefined && { cookie }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const answer = (await response.json()) as Answer['body'];
      return { status: response.status, headers: response.headers, body: answer };
    } catch (error) {
      this.failures.push(`${method} ${path}: ${String(error)} ${String((error as Error).cause)}`);
      throw error;
    } finally {
      member.underWay -= 1;
    }
  }

  underWay(url: string): number {
    return this.member(url).underWay;
  }

  takeOut(url: string): void {
    this.member(url).serving = false;
  }

  private next(): Member {
    const serving = this.members.filter((member) => member.serving);
    this.turn += 1;
    return serving[this.turn % serving.length]!;
  }

  private member(url: string): Member {
    return this.members.find((member) => member.url === url)!;
  }
}
