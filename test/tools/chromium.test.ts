import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, findChromium } from '../../tools/toolchain/chromium';

let folder: string;
const { PATH, CHROMIUM_PATH } = process.env;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chromium-'));
  process.env['PATH'] = folder;
  delete process.env['CHROMIUM_PATH'];
});

afterEach(async () => {
  process.env['PATH'] = PATH;
  if (CHROMIUM_PATH === undefined) delete process.env['CHROMIUM_PATH'];
  else process.env['CHROMIUM_PATH'] = CHROMIUM_PATH;
  await rm(folder, { recursive: true });
});

async function install(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, '#!/bin/sh\n');
  await chmod(path, 0o755);
  return path;
}

it('takes the browser that is on PATH, whatever its name', async () => {
  const path = await install('google-chrome');
  expect(findChromium()).toBe(path);
});

it('prefers the one that CHROMIUM_PATH names', async () => {
  await install('chromium');
  process.env['CHROMIUM_PATH'] = await install('my-chromium');
  expect(findChromium()).toBe(process.env['CHROMIUM_PATH']);
});

it('says so when CHROMIUM_PATH names nothing', () => {
  process.env['CHROMIUM_PATH'] = join(folder, 'nothing');
  expect(findChromium).toThrow(/CHROMIUM_PATH names .*nothing, which is no program/);
});

it('says what to install when there is none', () => {
  expect(() => chromium([])).toThrow(/Please install Chromium .*CHROMIUM_PATH/);
});
