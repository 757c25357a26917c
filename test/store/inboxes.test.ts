import { randomUUID } from 'node:crypto';
import type { Reply } from '../../src/store/tickets/inbox-document';
import {
  forgottenInboxes,
  type ForgottenInbox,
  pendingReplies,
  pushReply,
  sealInbox,
  settleInbox,
  unsealInbox,
  whereaboutsOf,
} from '../../src/store/tickets/inboxes';
import { openStore, type Store } from '../../src/store/store';
import { CLIENT } from '../support/registration';
import { testServers } from '../support/servers';

const DUE = '2026-11-30T20:05:00.000Z';
const BEFORE = '2026-11-30T20:04:59.999Z';

let store: Store;
let folio: string;

beforeAll(async () => {
  store = await openStore((await testServers()).mongoUri);
});

beforeEach(() => {
  folio = randomUUID();
});

afterAll(() => store?.close());

function aReply(receivedAt = BEFORE, commandId: string = randomUUID()): Reply {
  return { commandId, bodyHash: '', actor: CLIENT, body: 'Sigue igual', attachmentIds: [], receivedAt };
}

const aSeal = (token = 'closing', dueAt: string | null = null, handled: string[] = []) => ({
  token,
  dueAt,
  handled,
});
const waitsUntil = (dueAt: string | null, version = 1) =>
  settleInbox(store, folio, { version, dueAt, handled: [] });

test('of replies and closings at the same moment one side wins, and all hear the same', async () => {
  const winners = { replies: 0, closing: 0 };
  for (let round = 0; round < 30; round += 1) {
    folio = randomUUID();
    await waitsUntil(DUE);
    const pushes = Array.from({ length: 4 }, () => () => pushReply(store, folio, aReply()));
    const seals = Array.from(
      { length: 4 },
      (_, one) => () => sealInbox(store, folio, aSeal(`closing-${one}`)),
    );
    const racers: (() => Promise<unknown>)[] = round % 2 ? [...pushes, ...seals] : [...seals, ...pushes];
    const outcomes = await Promise.all(racers.map((race) => race()));
    const accepted = outcomes.filter((outcome) => outcome === 'accepted').length;
    const sealed = outcomes.filter((outcome) => outcome === true).length;
    const pending = (await pendingReplies(store, folio)).length;
    const document = await store.inboxes.findById(folio).lean();
    expect(pending).toBe(accepted);
    // Either a reply stood first and no closing got through, or a closing did and no reply was accepted.
    if (document!.sealed) {
      expect({ accepted, sealed: sealed > 0 }).toEqual({ accepted: 0, sealed: true });
      winners.closing += 1;
    } else {
      expect({ accepted, sealed }).toEqual({ accepted: 4, sealed: 0 });
      winners.replies += 1;
    }
  }
  expect(winners.replies).toBeGreaterThan(0);
  expect(winners.closing).toBeGreaterThan(0);
});

test('forty replies at once are all kept, each once', async () => {
  const replies = Array.from({ length: 40 }, () => aReply());
  const outcomes = await Promise.all([...replies, ...replies].map((reply) => pushReply(store, folio, reply)));
  expect(outcomes.every((outcome) => outcome === 'accepted')).toBe(true);
  const kept = (await pendingReplies(store, folio)).map(({ commandId }) => commandId);
  expect(kept.sort()).toEqual(replies.map(({ commandId }) => commandId).sort());
});

test('replies keep the order in which they were accepted', async () => {
  for (const id of ['a', 'b', 'c']) await pushReply(store, folio, aReply(BEFORE, id));
  expect((await pendingReplies(store, folio)).map(({ commandId }) => commandId)).toEqual(['a', 'b', 'c']);
});

test('the due instant itself is too late, the millisecond before is not', async () => {
  await waitsUntil(DUE);
  expect(await pushReply(store, folio, aReply(DUE))).toBe('past_due');
  expect(await pushReply(store, folio, aReply(BEFORE))).toBe('accepted');
  // The word is the client's again, though nobody has read it yet.
  expect(await pushReply(store, folio, aReply('2026-12-01T00:00:00.000Z'))).toBe('accepted');
});

test('a closing by silence is held by replies from before its end only', async () => {
  await pushReply(store, folio, aReply(DUE));
  expect(await sealInbox(store, folio, aSeal('silence', DUE))).toBe(true);
  folio = randomUUID();
  await pushReply(store, folio, aReply(BEFORE));
  expect(await sealInbox(store, folio, aSeal('silence', DUE))).toBe(false);
});

test('a closing by a person is held by any reply that the ticket does not have yet', async () => {
  const reply = aReply('2026-12-24T00:00:00.000Z');
  await pushReply(store, folio, reply);
  expect(await sealInbox(store, folio, aSeal())).toBe(false);
  expect(await sealInbox(store, folio, aSeal('closing', null, [reply.commandId]))).toBe(true);
});

test('sealing again finds its own seal; a seal refuses every new reply', async () => {
  const reply = aReply();
  expect(await sealInbox(store, folio, aSeal('one'))).toBe(true);
  expect(await sealInbox(store, folio, aSeal('one'))).toBe(true);
  expect(await pushReply(store, folio, reply)).toBe('sealed');
  await unsealInbox(store, folio, () => true);
  expect(await pushReply(store, folio, reply)).toBe('accepted');
});

test('who is no longer asked lifts no seal', async () => {
  await sealInbox(store, folio, aSeal());
  await unsealInbox(store, folio, () => false);
  expect(await pushReply(store, folio, aReply())).toBe('sealed');
});

test('an older projection does not bring an older due instant back', async () => {
  await waitsUntil(DUE, 9);
  await waitsUntil(null, 7);
  expect(await pushReply(store, folio, aReply(DUE))).toBe('past_due');
  await waitsUntil(null, 10);
  expect(await pushReply(store, folio, aReply(DUE))).toBe('accepted');
});

test('replies on record leave the inbox, and only they', async () => {
  const [first, second] = [aReply(BEFORE), aReply(DUE)];
  await pushReply(store, folio, first);
  await pushReply(store, folio, second);
  await settleInbox(store, folio, {
    version: 2,
    dueAt: null,
    handled: [{ commandId: first.commandId, seq: 7 }],
  });
  expect(await pendingReplies(store, folio)).toEqual([second]);
  expect(await whereaboutsOf(store, folio, first.commandId)).toEqual({ seq: 7 });
  expect(await whereaboutsOf(store, folio, second.commandId)).toBe('pending');
  expect(await whereaboutsOf(store, folio, 'never sent')).toBe('unknown');
});

test('replies that nobody took are found by their age', async () => {
  await pushReply(store, folio, aReply('2020-01-01T00:00:00.000Z'));
  const before = (instant: string): Promise<unknown[]> =>
    forgottenInboxes(store, { before: instant, limit: 10 });
  expect(await before('2020-01-01T00:00:00.001Z')).toMatchObject([{ _id: folio }]);
  expect(await before('2020-01-01T00:00:00.000Z')).toEqual([]);
  const [reply] = await pendingReplies(store, folio);
  await settleInbox(store, folio, {
    version: 2,
    dueAt: null,
    handled: [{ commandId: reply!.commandId, seq: 7 }],
  });
  expect(await before('2021-01-01T00:00:00.000Z')).toEqual([]);
});

test('forgotten inboxes are gone through page by page, the oldest first, each once', async () => {
  const folios = ['900003', '900001', '900002'];
  const instants = ['2019-01-01T00:00:00.000Z', '2019-01-02T00:00:00.000Z', '2019-01-02T00:00:00.000Z'];
  for (const [index, each] of folios.entries()) await pushReply(store, each, aReply(instants[index]));
  const seen: string[] = [];
  let after: ForgottenInbox | undefined;
  do {
    const [next] = await forgottenInboxes(store, { before: '2019-06-01T00:00:00.000Z', limit: 1, after });
    if (next) seen.push(next._id);
    after = next;
  } while (after);
  expect(seen).toEqual(folios);
});

test('a key stands for one reply: another body under it is refused, waiting or on record', async () => {
  const first = { ...aReply(), bodyHash: 'first' };
  const other = { ...first, bodyHash: 'other' };
  const outcomes = await Promise.all([first, other].map((reply) => pushReply(store, folio, reply)));
  expect(outcomes).toEqual(['accepted', 'other_body']);
  const handled = [{ commandId: first.commandId, seq: 7 }];
  await settleInbox(store, folio, { version: 7, dueAt: null, handled });
  // Told of again, as after a crash: what is known of the reply stays.
  await settleInbox(store, folio, { version: 8, dueAt: null, handled });
  expect(await pushReply(store, folio, first)).toBe('accepted');
  expect(await pushReply(store, folio, other)).toBe('other_body');
});

test('of replies that were written upon the same version one is accepted', async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => pushReply(store, folio, aReply(), 4)));
  expect(outcomes.sort()).toEqual(['accepted', 'stale', 'stale']);
  const [waiting] = await pendingReplies(store, folio);
  await settleInbox(store, folio, {
    version: 5,
    dueAt: null,
    handled: [{ commandId: waiting!.commandId, seq: 5 }],
  });
  expect(await pushReply(store, folio, aReply(), 4)).toBe('stale');
  expect(await pushReply(store, folio, aReply(), 5)).toBe('accepted');
});

test('a reply that waits for an engine that is away makes nobody else’s stale', async () => {
  await pushReply(store, folio, aReply('2026-11-30T19:00:00.000Z'), 4);
  expect(await pushReply(store, folio, aReply('2026-11-30T19:00:10.000Z'), 4)).toBe('accepted');
});
