import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { startTemporal } from '../../tools/toolchain/start-temporal';
import { temporalCli } from '../../tools/toolchain/temporal-cli';

const NAMED = 'TEMPORAL_CLI';

describe('a Temporal server of ours', () => {
  let folder: string;
  let starts: string;
  const before = process.env[NAMED];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'e-optics-test-'));
    starts = join(folder, 'starts');
  });
  afterEach(async () => {
    if (before === undefined) delete process.env[NAMED];
    else process.env[NAMED] = before;
    await rm(folder, { recursive: true });
  });

  /** The server, which ends at once as many times as is said: as one does whose port was taken. */
  async function endsAtOnce(times: number): Promise<void> {
    const program = join(folder, 'temporal');
    const real = await temporalCli(() => undefined);
    const script = `#!/bin/sh
echo start >> '${starts}'
if [ "$(wc -l < '${starts}')" -le ${times} ]; then echo 'bind: address already in use' >&2; exit 1; fi
exec '${real}' "$@"
`;
    await writeFile(program, script);
    await chmod(program, 0o755);
    process.env[NAMED] = program;
  }

  it('is started again when another program took one of its ports', async () => {
    await endsAtOnce(2);
    const temporal = await startTemporal({ headless: true });
    try {
      const connection = await Connection.connect({ address: temporal.address });
      await connection.workflowService.describeNamespace({ namespace: 'default' });
      await connection.close();
    } finally {
      await temporal.kill();
    }
  });

  it('says what it said when it does not come up', async () => {
    await endsAtOnce(1_000);
    await expect(startTemporal({ headless: true })).rejects.toThrow('bind: address already in use');
    expect((await readFile(starts, 'utf8')).trim().split('\n')).toHaveLength(3);
  });
});
