import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { drive, percentile, type Measured } from './load';

/** How somebody calls: with a session cookie or with an API key. */
export interface Caller {
  headers: Record<string, string>;
}

export interface Answered {
  status: number;
  body: Record<string, unknown>;
}

const WATCHED_EVERY = 5;

const connections = new Agent({ keepAlive: true, maxSockets: 64 });

/** The running product over HTTP, as its clients and agents use it. */
export class Product {
  constructor(private readonly url: string) {}

  /** @throws when the answer is not a success: a bench of refusals measures nothing */
  async call(caller: Caller | null, method: string, path: string, body?: object): Promise<Answered> {
    const answered = await this.send(caller, method, path, body);
    if (answered.status >= 300)
      throw new Error(`${method} ${path}: ${answered.status} ${JSON.stringify(answered.body)}`);
    return answered;
  }

  async logIn(email: string, password: string): Promise<Caller> {
    const response = await fetch(`${this.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`log-in of ${email}: ${response.status}`);
    return { headers: { Cookie: response.headers.getSetCookie()[0]!.split(';')[0]! } };
  }

  async keyOf(session: Caller): Promise<Caller> {
    const { body } = await this.call(session, 'POST', '/api-keys', { name: 'bench' });
    return { headers: { Authorization: `Bearer ${String(body['key'])}` } };
  }

  async createTicket(client: Caller): Promise<string> {
    const { body } = await this.call(client, 'POST', '/tickets', {
      subject: 'El corte no suma las ventas',
      description: 'Al cerrar la caja faltan las ventas de la tarde.',
      type: 'technical_problem',
      incidentAt: new Date(Date.now() - 3_600_000).toISOString(),
      product: 'e-optics-online',
      productVersion: this.productVersion,
      contact: { name: 'Laura Méndez', email: 'laura@optica-demo.test', phone: '+52 55 5555 0101' },
    });
    return String(body['folio']);
  }

  /** The version that support is given for; read once from the catalogue. */
  productVersion = '';

  async readCatalogue(client: Caller): Promise<void> {
    const { body } = await this.call(client, 'GET', '/catalog');
    const products = body['products'] as { id: string; currentVersion: string }[];
    this.productVersion = products.find(({ id }) => id === 'e-optics-online')!.currentVersion;
  }

  async creates(client: Caller, count: number): Promise<Measured & { folios: string[] }> {
    const folios: string[] = [];
    const measured = await drive(count, async () => folios.push(await this.createTicket(client)));
    return { ...measured, folios };
  }

  /**
   * Commands, some of them followed by a GET that must show it; `visible` is the p99 until it did, in ms. Not each of
   * them: the reads would be as much of the load as the commands.
   */
  async commands(agent: Caller, folios: string[], count: number): Promise<Measured & { visible: number }> {
    const delays: number[] = [];
    const measured = await drive(count, async (index) => {
      const folio = folios[index % folios.length]!;
      const { body } = await this.call(agent, 'POST', `/tickets/${folio}/notes`, { body: `nota ${index}` });
      const version = Number(body['version']);
      if (index % WATCHED_EVERY > 0) return;
      const answered = performance.now();
      void this.untilVisible(agent, folio, version).then(() => delays.push(performance.now() - answered));
    });
    while (delays.length < Math.ceil(count / WATCHED_EVERY))
      await new Promise((resolve) => setTimeout(resolve, 20));
    return { ...measured, visible: percentile(delays, 0.99) };
  }

  async replies(client: Caller, folios: string[], count: number): Promise<Measured> {
    return drive(count, (index) =>
      this.call(client, 'POST', `/tickets/${folios[index % folios.length]!}/messages`, {
        body: `respuesta ${index}`,
      }),
    );
  }

  private async untilVisible(caller: Caller, folio: string, version: number): Promise<void> {
    for (;;) {
      const { body } = await this.call(caller, 'GET', `/tickets/${folio}`);
      if (Number(body['version']) >= version) return;
    }
  }

  private send(caller: Caller | null, method: string, path: string, body?: object): Promise<Answered> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.url}/api/v1${path}`,
        {
          method,
          agent: connections,
          headers: {
            ...caller?.headers,
            ...(method !== 'GET' && { 'Idempotency-Key': randomUUID() }),
            ...(payload !== undefined && {
              'Content-Type': 'application/json',
              'Content-Length': String(Buffer.byteLength(payload)),
            }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            resolve({
              status: response.statusCode ?? 0,
              body: text === '' ? {} : (JSON.parse(text) as Answered['body']),
            });
          });
        },
      );
      sent.on('error', reject);
      sent.end(payload);
    });
  }
}
