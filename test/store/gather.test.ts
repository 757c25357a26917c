import { Gather, RoundLostError, type Outcome } from '../../src/store/mongo/gather';

const answered = (asks: readonly string[]): Outcome<string>[] => asks.map((answer) => ({ answer }));

test('what is asked in one moment, or while a round is under way, is one round', async () => {
  const rounds: string[][] = [];
  const gather = new Gather<string, string>(async (asks) => {
    rounds.push([...asks]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return answered(asks);
  }, 1);
  const first = ['a', 'b'].map((ask) => gather.ask(ask));
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  const second = ['c', 'd', 'e'].map((ask) => gather.ask(ask));
  expect(await Promise.all([...first, ...second])).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(rounds).toEqual([
    ['a', 'b'],
    ['c', 'd', 'e'],
  ]);
});

test('a round that stands still holds up those behind it for a moment only', async () => {
  const rounds: string[][] = [];
  let goOn = (): void => undefined;
  const stuck = new Promise<void>((resolve) => (goOn = resolve));
  const gather = new Gather<string, string>(async (asks) => {
    rounds.push([...asks]);
    if (asks.includes('stuck')) await stuck;
    return answered(asks);
  }, 1);
  const last = gather.ask('stuck');
  await new Promise((resolve) => setImmediate(resolve));
  expect(await Promise.all(['a', 'b'].map((ask) => gather.ask(ask)))).toEqual(['a', 'b']);
  expect(rounds).toEqual([['stuck'], ['a', 'b']]);
  expect(await gather.ask('c')).toBe('c');
  goOn();
  expect(await last).toBe('stuck');
});

test('who asked in a round that never ends hears so', async () => {
  const gather = new Gather<string, string>(() => new Promise(() => undefined), 1, 20);
  const outcomes = await Promise.allSettled(['a', 'b'].map((ask) => gather.ask(ask)));
  const reasons = outcomes.map((outcome) => outcome.status === 'rejected' && (outcome.reason as unknown));
  expect(reasons).toEqual([new RoundLostError(), new RoundLostError()]);
});

test('a round that fails tells everybody in it, and the next is carried out', async () => {
  let fails = true;
  const gather = new Gather<string, string>((asks) =>
    fails ? Promise.reject(new Error('away')) : Promise.resolve(answered(asks)),
  );
  const outcomes = await Promise.allSettled(['a', 'b'].map((ask) => gather.ask(ask)));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await gather.ask('c')).toBe('c');
});
