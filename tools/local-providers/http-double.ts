import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface DoubleRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface DoubleAnswer {
  /** 0 breaks the connection off without an answer, as a provider does that dies. */
  status: number;
  body?: string | object;
  headers?: Record<string, string>;
}

export interface HttpDouble {
  url: string;
  close(): Promise<void>;
}

const LIMIT_BYTES = 262_144;

/** A small server on the loopback interface that stands in for a provider. @param port 0 for any that is free */
export async function startHttpDouble(
  answer: (request: DoubleRequest) => Promise<DoubleAnswer>,
  port = 0,
): Promise<HttpDouble> {
  const server = createServer((request, response) => {
    void reply(request, response, answer);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: DoubleRequest) => Promise<DoubleAnswer>,
): Promise<void> {
  try {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://double.test');
    const body = await readAll(request);
    const { method = 'GET', headers } = request;
    const {
      status,
      body: content = '',
      headers: extra,
    } = await answer({ method, path, query, headers, body });
    if (status === 0) return void request.socket.destroy();
    const json = typeof content === 'object';
    response.writeHead(status, {
      'content-type': json ? 'application/json' : 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...extra,
    });
    response.end(json ? JSON.stringify(content) : content);
  } catch (error) {
    response.writeHead(500, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message: String(error) } }));
  }
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LIMIT_BYTES) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
