import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { createWebPages } from '../../src/api/web-pages';

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
