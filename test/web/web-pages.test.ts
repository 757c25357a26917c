import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'node:http';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';
import { createWebPages } from '../../src/api/http/web-pages';

let folder: string;
let server: ReturnType<express.Express['listen']>;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'web-pages-'));
  for (const app of ['portal', 'console']) {
    await mkdir(join(folder, app, 'assets'), { recursive: true });
    await writeFile(join(folder, app, 'index.html'), `${app} %NONCE%`);
    await writeFile(join(folder, app, 'assets/a.js'), app);
  }
  await writeFile(join(folder, 'portal/assets/b.js'), 'texto');
  await writeFile(join(folder, 'portal/assets/b.js.br'), brotliCompressSync('texto'));
  await writeFile(join(folder, 'portal/assets/b.js.gz'), gzipSync('texto'));
  server = express().use(createWebPages(folder)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

it.each([
  ['/', 'portal'],
  ['/tickets/7', 'portal'],
  ['/consola', 'console'],
  ['/consola/tickets/7', 'console'],
])('%s is a page of the %s, with a nonce of its own', async (path, app) => {
  const response = await fetch(url + path);
  const [name, nonce] = (await response.text()).split(' ');
  expect(name).toBe(app);
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
});

it('never answers below /api', async () => {
  expect((await fetch(`${url}/api/v1/nothing`)).status).toBe(404);
});

it('lets assets be kept for ever', async () => {
  const response = await fetch(`${url}/consola/assets/a.js`);
  expect(await response.text()).toBe('console');
  expect(response.headers.get('cache-control')).toContain('immutable');
});

interface Answer {
  status?: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** As it comes over the wire: `fetch` takes compression away. */
function raw(path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status, headers: answered } = response;
        resolve({ status, headers: answered, body: Buffer.concat(chunks) });
      });
    });
    sent.on('error', reject).end();
  });
}

describe('an asset that the build has compressed', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip;q=0.8, br;q=0', 'gzip', gunzipSync],
    ['identity', undefined, (body: Buffer) => body],
    ['', undefined, (body: Buffer) => body],
  ])('comes to a client that takes "%s" as %s', async (accepts, coding, decoded) => {
    const { status, headers, body } = await raw(
      '/assets/b.js',
      accepts ? { 'Accept-Encoding': accepts } : {},
    );
    expect([status, headers['content-encoding'], decoded(body).toString()]).toEqual([200, coding, 'texto']);
    expect(headers['content-type']).toMatch(/^text\/javascript/);
    expect(headers['vary']).toBe('Accept-Encoding');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('is told apart from what it was by its entity tag', async () => {
    const [plain, short] = await Promise.all([
      raw('/assets/b.js', {}),
      raw('/assets/b.js', { 'Accept-Encoding': 'br' }),
    ]);
    expect(short.headers['etag']).not.toBe(plain.headers['etag']);
  });

  it('comes as it is where no compressed one lies', async () => {
    const { headers, body } = await raw('/assets/a.js', { 'Accept-Encoding': 'br, gzip' });
    expect([headers['content-encoding'], headers['vary'], body.toString()]).toEqual([
      undefined,
      'Accept-Encoding',
      'portal',
    ]);
  });

  it.each([
    ['/assets/none.js', 404],
    ['/assets/', 404],
    ['/assets/..%2findex.html', 403],
  ])('%s is not there', async (path, status) => {
    const answer = await raw(path, { 'Accept-Encoding': 'br' });
    expect([answer.status, answer.headers['content-encoding']]).toEqual([status, undefined]);
  });
});
