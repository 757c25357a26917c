import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readServiceConfig } from '../../src/service-config';

const folder = mkdtempSync(join(tmpdir(), 'e-optics-session-secret-'));
afterAll(() => rmSync(folder, { recursive: true }));

const keyOf = (env: Record<string, string>): string => readServiceConfig(env).remoteSessions.secretKey;

test('in production nothing starts without the key that seals, and says so', () => {
  const env = { NODE_ENV: 'production', DATA_DIR: folder };
  for (const missing of [env, { ...env, SESSION_SECRET_KEY: '' }])
    expect(() => readServiceConfig(missing)).toThrow(
      /^Set SESSION_SECRET_KEY to 32 random bytes in base64: /,
    );
  expect(readdirSync(folder)).toEqual([]);
  expect(keyOf({ ...env, SESSION_SECRET_KEY: 'given' })).toBe('given');
});

test('a developer’s machine makes its own, once, for its owner’s eyes', () => {
  const dataDir = join(folder, 'new', 'data');
  const made = keyOf({ DATA_DIR: dataDir });
  expect(Buffer.from(made, 'base64')).toHaveLength(32);
  expect(keyOf({ DATA_DIR: dataDir })).toBe(made);
  expect(readdirSync(dataDir)).toEqual(['session-secret.key']);
  expect(statSync(join(dataDir, 'session-secret.key')).mode & 0o777).toBe(0o600);
  expect(keyOf({ DATA_DIR: join(folder, 'other') })).not.toBe(made);
  expect(keyOf({ DATA_DIR: dataDir, SESSION_SECRET_KEY: 'given' })).toBe('given');
});
