import { lookThrough } from '../../src/api/tickets/look-through';

test('many lists at once are read a few at a time, in the order of their asking, and a failed one frees its turn', async () => {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const fails: ((error: Error) => void)[] = [];
  const lists = Array.from({ length: 6 }, (_none, index) =>
    lookThrough(
      () =>
        new Promise<number>((resolve, reject) => {
          begun.push(index);
          ends[index] = () => resolve(index);
          fails[index] = reject;
        }),
    ),
  );
  const settled = Promise.allSettled(lists);
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual([0, 1, 2, 3]);

  ends[2]!();
  expect(await lists[2]).toBe(2);
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual([0, 1, 2, 3, 4]);

  fails[0]!(new Error('away'));
  await expect(lists[0]).rejects.toThrow('away');
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual([0, 1, 2, 3, 4, 5]);

  for (const index of [1, 3, 4, 5]) ends[index]!();
  expect((await settled).map(({ status }) => status)).toEqual([
    'rejected',
    ...new Array<string>(5).fill('fulfilled'),
  ]);
});
