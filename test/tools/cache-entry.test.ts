import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheEntry } from '../../tools/toolchain/cache-entry';

describe('an entry of the per-user cache', () => {
  const before = process.env['XDG_CACHE_HOME'];
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'e-optics-test-'));
    process.env['XDG_CACHE_HOME'] = folder;
  });
  afterEach(async () => {
    if (before === undefined) delete process.env['XDG_CACHE_HOME'];
    else process.env['XDG_CACHE_HOME'] = before;
    await rm(folder, { recursive: true });
  });

  const silently = (): void => undefined;

  async function makeThing(scratch: string): Promise<string> {
    const made = join(scratch, 'made');
    await writeFile(made, 'thing');
    return made;
  }

  it('is made once for all who want it at the same time', async () => {
    const make = jest.fn(makeThing);
    const [one, other] = await Promise.all([
      cacheEntry('thing', silently, make),
      cacheEntry('thing', silently, make),
    ]);
    expect(one).toBe(other);
    expect(await readFile(one, 'utf8')).toBe('thing');
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('is not there when making it fails, and can be made later', async () => {
    const failure = cacheEntry('thing', silently, () => Promise.reject(new Error('no luck')));
    await expect(failure).rejects.toThrow('no luck');
    expect(existsSync(join(folder, 'e-optics-support', 'thing'))).toBe(false);
    expect(await readFile(await cacheEntry('thing', silently, makeThing), 'utf8')).toBe('thing');
  });

  it('is made although a process that died was at it', async () => {
    const cache = join(folder, 'e-optics-support');
    await mkdir(join(cache, 'thing.making'), { recursive: true });
    await writeFile(join(cache, 'thing.making', 'half'), '');
    await writeFile(join(cache, 'thing.lock'), JSON.stringify({ pid: process.pid, began: 'another time' }));
    expect(await readFile(await cacheEntry('thing', silently, makeThing), 'utf8')).toBe('thing');
    expect(existsSync(join(cache, 'thing.making'))).toBe(false);
    expect(existsSync(join(cache, 'thing.lock'))).toBe(false);
  });
});
