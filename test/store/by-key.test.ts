import { randomUUID } from 'node:crypto';
import { findByKey, findByKeys, insertByKey, Replacer } from '../../src/store/mongo/by-key';
import { openStore, type Store } from '../../src/store/store';
import type { AnswerDocument } from '../../src/store/tickets/answers';
import { testServers } from '../support/servers';

let store: Store;
let uri: string;

beforeAll(async () => {
  uri = (await testServers()).mongoUri;
  store = await openStore(uri);
});

afterAll(() => store?.close());

function anAnswer(_id: string = randomUUID(), status = 200): AnswerDocument {
  return { _id, bodyHash: 'h', status, body: { nothing: null }, headers: {}, at: '2026-11-20T15:00:00.000Z' };
}

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

test('each of many at once gets its own document, and null where there is none', async () => {
  const kept = many(200, () => anAnswer());
  await Promise.all(kept.map((answer) => insertByKey(store.answers, answer)));
  const asked = kept.flatMap(({ _id }) => [_id, `${_id}-none`, _id]);
  const found = await Promise.all(asked.map((id) => findByKey(store.answers, id)));
  expect(found.map((answer) => answer?._id ?? null)).toEqual(kept.flatMap(({ _id }) => [_id, null, _id]));
  expect(await findByKey(store.answers, kept[7]!._id)).toEqual(kept[7]);
});

test('of many inserts at once each learns whether its own is there', async () => {
  const [taken, other] = [anAnswer(), anAnswer()];
  expect(await insertByKey(store.answers, taken)).toBe(true);
  const round = [anAnswer(), anAnswer(taken._id, 500), other, anAnswer(other._id, 500), anAnswer()];
  const done = await Promise.all(round.map((answer) => insertByKey(store.answers, answer)));
  expect(done).toEqual([true, false, true, false, true]);
  const stored = await findByKeys(store.answers, [taken._id, other._id]);
  expect(stored.map(({ status }) => status)).toEqual([200, 200]);
});

test('of two replacements of one state exactly one holds, whatever shares their command', async () => {
  const replacer = new Replacer(store.answers, (one, two) => one.status === two.status);
  for (let round = 0; round < 20; round += 1) {
    const [contested, alone] = [anAnswer(), anAnswer()];
    await Promise.all([contested, alone].map((answer) => insertByKey(store.answers, answer)));
    const replace = (answer: AnswerDocument, status: number): Promise<boolean> =>
      replacer.replace({ _id: answer._id, status: 200 } as { _id: string }, { ...answer, status });
    const [first, second, third] = await Promise.all([
      replace(contested, 201),
      replace(contested, 202),
      replace(alone, 203),
    ]);
    expect([first, second].filter(Boolean)).toHaveLength(1);
    expect(third).toBe(true);
    expect((await findByKey(store.answers, contested._id))!.status).toBe(first ? 201 : 202);
  }
});

test('what could not be read is an error for everybody who asked, and the next question is asked anew', async () => {
  const other = await openStore(uri);
  const known = anAnswer();
  await insertByKey(other.answers, known);
  await other.close();
  const asked = await Promise.allSettled(many(5, () => findByKey(other.answers, known._id)));
  expect(asked.map(({ status }) => status)).toEqual(many(5, () => 'rejected'));
  expect(await findByKey(store.answers, known._id)).toEqual(known);
});
