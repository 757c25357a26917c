import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaveSettings, takeLeftSettings } from '../../tools/start/left-settings';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'left-settings-'));
});

afterEach(() => rmSync(dataDir, { recursive: true }));

const NEEDED = {
  MONGODB_URI: 'mongodb://127.0.0.1:4000/support',
  TEMPORAL_ADDRESS: '127.0.0.1:4001',
  PAYLOAD_MASTER_KEYS: 'a-key',
};
const RUNNING = { ...NEEDED, DEMO_PASSWORD: 'not for others' };

function taken(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = { DATA_DIR: dataDir, ...env };
  takeLeftSettings(own);
  return own;
}

test('a command beside a running start uses its database, engine and keys, and nothing else of it', async () => {
  const left = await leaveSettings(dataDir, RUNNING);
  expect(taken({})).toEqual({ DATA_DIR: dataDir, ...NEEDED });
  expect(taken({ TEMPORAL_ADDRESS: 'elsewhere:7233' })).toMatchObject({ TEMPORAL_ADDRESS: 'elsewhere:7233' });
  expect(statSync(join(dataDir, 'settings.json')).mode & 0o077).toBe(0);
  await left.stop();
  expect(taken({})).toEqual({ DATA_DIR: dataDir });
});

test.each(['MONGODB_URI', 'MONGODB_URI_FILE'])('who names a database by %s means that one', async (name) => {
  await leaveSettings(dataDir, RUNNING);
  expect(taken({ [name]: 'x' })).toEqual({ DATA_DIR: dataDir, [name]: 'x' });
});
