import { randomUUID } from 'node:crypto';

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
    const member = this.next();
    member.underWay += 1;
    try {
      const response = await fetch(`${member.url}/api/v1${path}`, {
        method,
        headers: {
          'x-forwarded-for': from,
          'x-forwarded-proto': 'https',
          'idempotency-key': randomUUID(),
          ...(cookie !== undefined && { cookie }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const answer = (await response.json()) as Answer['body'];
      if (!response.ok) this.failures.push(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
      this.answered += 1;
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
