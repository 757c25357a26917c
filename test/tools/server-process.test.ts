import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDataFolder } from '../../tools/toolchain/pid-file';
import { identify, isSameProcess, type ProcessIdentity } from '../../tools/toolchain/process-identity';
import { startServerProcess, type ServerProcess } from '../../tools/toolchain/server-process';
import { waitUntil } from '../../tools/toolchain/wait-until';

/** Ignores the polite signals and its standard input, as a server that hangs does. */
const STUBBORN =
  "process.on('SIGTERM',()=>{});process.on('SIGINT',()=>{});setInterval(()=>{},1000);console.log('up')";
const OBEDIENT = "setInterval(()=>{},1000);console.log('up')";

describe('a server process of ours', () => {
  const started: ServerProcess[] = [];
  afterEach(() => Promise.all(started.splice(0).map((server) => server.kill())));

  async function start(code: string): Promise<ServerProcess> {
    const server = startServerProcess(process.execPath, ['-e', code]);
    started.push(server);
    await waitUntil('the server to be up', 20_000, () => server.lastOutput().includes('up'));
    return server;
  }

  it('ends when it is asked to', async () => {
    const server = await start(OBEDIENT);
    await server.stop();
    expect(await server.ended).toBe('signal SIGTERM');
  });

  it('is made to end when it does not listen', async () => {
    const server = await start(STUBBORN);
    await server.stop(200);
    expect(await server.ended).toBe('signal SIGKILL');
  });

  it('says why it could not be started', async () => {
    const server = startServerProcess('/nowhere/to/be/found', []);
    expect(await server.ended).toBe('/nowhere/to/be/found does not exist');
  });

  it.each([
    ['obedient', OBEDIENT],
    ['stubborn', STUBBORN],
  ])('does not outlive us when we are killed (%s)', async (_kind, code) => {
    // The compiler's output is not there under jest, so the parent loads the sources as jest does: through swc.
    const parent = spawnParent(code);
    const pid = Number(await firstLine(parent));
    const server = await identify(pid);
    expect(server).toBeDefined();
    parent.kill('SIGKILL');
    await waitUntil(
      'the orphan to end',
      15_000,
      async () => !(await isSameProcess(server as ProcessIdentity)),
    );
  });
});

describe('the claim on a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'e-optics-test-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function running(): Promise<{ child: ChildProcess; identity: ProcessIdentity }> {
    const child = spawn(process.execPath, ['-e', OBEDIENT], { stdio: ['ignore', 'pipe', 'inherit'] });
    await firstLine(child);
    return { child, identity: (await identify(child.pid ?? -1)) as ProcessIdentity };
  }

  async function note(server: ProcessIdentity, owner: ProcessIdentity): Promise<void> {
    await writeFile(join(folder, 'thing.pid'), JSON.stringify({ server, owner }));
  }

  const NOBODY: ProcessIdentity = { pid: 2 ** 22 + 1, began: '1' };

  it('ends the server that a dead owner left', async () => {
    const { child, identity } = await running();
    const exit = once(child, 'exit');
    await note(identity, NOBODY);
    await claimDataFolder(folder, 'thing');
    expect((await exit)[1]).toBe('SIGTERM');
  });

  it('leaves a process alone that only has the same number', async () => {
    const { child, identity } = await running();
    await note({ ...identity, began: 'another time' }, NOBODY);
    await claimDataFolder(folder, 'thing');
    expect(await isSameProcess(identity)).toBe(true);
    child.kill();
    await once(child, 'exit');
  });

  it('is refused while its owner lives, and nothing is ended', async () => {
    const [server, owner] = await Promise.all([running(), running()]);
    await note(server.identity, owner.identity);
    await expect(claimDataFolder(folder, 'thing')).rejects.toThrow(
      `process ${owner.identity.pid} runs its thing`,
    );
    expect(await isSameProcess(server.identity)).toBe(true);
    for (const { child } of [server, owner]) {
      child.kill();
      await once(child, 'exit');
    }
  });

  it('notes who runs there and forgets it again', async () => {
    const claim = await claimDataFolder(folder, 'thing');
    await claim.hold(process.pid);
    expect(JSON.parse(await readFile(join(folder, 'thing.pid'), 'utf8'))).toMatchObject({
      server: { pid: process.pid },
    });
    await claim.release();
    await expect(readFile(join(folder, 'thing.pid'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

/** A process that starts a server as we do, prints the server's number and waits to be killed. */
function spawnParent(code: string): ChildProcess {
  const script = `
    const { transformSync } = require('@swc/core');
    const { readFileSync } = require('node:fs');
    require.extensions['.ts'] = (module, file) => module._compile(transformSync(readFileSync(file, 'utf8'), {
      filename: file, jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }).code, file);
    const { startServerProcess } = require(${JSON.stringify(join(__dirname, '../../tools/toolchain/server-process.ts'))});
    const server = startServerProcess(process.execPath, ['-e', ${JSON.stringify(code)}],
      { onLine: (line) => line === 'up' && console.log(server.pid) });`;
  return spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return chunk.toString().trim();
}
