import { StopList } from '../../tools/start/stop-list';
import { supervise, type Running } from '../../tools/start/supervise';
import { waitUntil } from '../../tools/toolchain/wait-until';

/** Something that runs until it is told to end. */
class Life implements Running {
  die: (how: string) => void = () => undefined;
  readonly ended = new Promise<string>((resolve) => (this.die = resolve));

  async stop(): Promise<void> {
    this.die('stopped');
    await this.ended;
  }

  kill(): Promise<void> {
    return this.stop();
  }
}

describe('what is supervised', () => {
  it('is started again within two seconds of its death', async () => {
    const lives: Life[] = [];
    const said: string[] = [];
    const supervised = await supervise(
      'It',
      () => startInto(lives),
      (line) => said.push(line),
    );
    const died = Date.now();
    lives[0]?.die('signal SIGKILL');
    await waitUntil('the second life', 5_000, () => lives.length === 2);
    expect(Date.now() - died).toBeLessThan(2_000);
    expect(said[0]).toContain('It ended (signal SIGKILL)');
    await supervised.stop();
  });

  it('gets longer pauses when it keeps dying, also while starting', async () => {
    const lives: Life[] = [];
    const said: string[] = [];
    const start = (): Promise<Life> => {
      if (lives.length > 0) return Promise.reject(new Error('no luck'));
      return startInto(lives);
    };
    const supervised = await supervise('It', start, (line) => said.push(line));
    lives[0]?.die('code 1');
    await waitUntil('three pauses', 10_000, () => said.length === 3);
    expect(said.map((line) => /in ([\d.]+) s/.exec(line)?.[1])).toEqual(['0.5', '1', '2']);
    expect(said[1]).toContain('no luck');
    await supervised.stop();
  });

  it('stays ended once it is stopped', async () => {
    const lives: Life[] = [];
    const supervised = await supervise(
      'It',
      () => startInto(lives),
      () => undefined,
    );
    await supervised.stop();
    expect(await supervised.ended).toBe('stopped');
    expect(lives).toHaveLength(1);
  });

  it('throws when the very first start fails', async () => {
    const start = (): Promise<Life> => Promise.reject(new Error('no luck'));
    await expect(supervise('It', start, () => undefined)).rejects.toThrow('no luck');
  });
});

describe('the list of what was started', () => {
  it('stops the last first, each to its end before the next', async () => {
    const stops = new StopList();
    const told: string[] = [];
    for (const name of ['database', 'api']) {
      stops.add(name, {
        async stop() {
          told.push(`${name} …`);
          await new Promise(setImmediate);
          told.push(name);
        },
        kill: () => Promise.resolve(),
      });
    }
    await Promise.all([stops.stop(), stops.stop()]);
    expect(told).toEqual(['api …', 'api', 'database …', 'database']);
    expect(stops.isStopping()).toBe(true);
  });
});

function startInto(lives: Life[]): Promise<Life> {
  const life = new Life();
  lives.push(life);
  return Promise.resolve(life);
}
