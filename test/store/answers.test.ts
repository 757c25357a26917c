import { randomUUID } from 'node:crypto';
import { findAnswer, rememberAnswer } from '../../src/store/tickets/answers';
import { openStore, type Store } from '../../src/store/store';
import { testServers } from '../support/servers';

const DAY_MS = 24 * 3_600_000;

let store: Store;

beforeAll(async () => {
  store = await openStore((await testServers()).mongoUri);
});

afterAll(() => store?.close());

test('the first answer to a key stays, and is forgotten a month later', async () => {
  const _id = randomUUID();
  const answer = {
    _id,
    bodyHash: 'h',
    status: 201,
    body: { n: 1 },
    headers: {},
    at: new Date().toISOString(),
  };
  expect(await rememberAnswer(store, answer)).toBe(true);
  expect(await rememberAnswer(store, { ...answer, body: { n: 2 } })).toBe(false);
  const kept = await findAnswer(store, _id);
  expect(kept?.body).toEqual({ n: 1 });
  expect(kept!.forgetAt!.getTime()).toBe(Date.parse(answer.at) + 30 * DAY_MS);
});

test('the server is told to forget', async () => {
  const indexes = await store.answers.collection.indexes();
  expect(indexes).toContainEqual(expect.objectContaining({ key: { forgetAt: 1 }, expireAfterSeconds: 0 }));
});
