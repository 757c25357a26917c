import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { addAttachment } from '../../../src/store/accounts/attachment-content';
import { holdAttachments, releaseAttachments, type Hold } from '../../../src/store/accounts/attachment-holds';
import { claimAttachments, findAttachment, unnamedBefore } from '../../../src/store/accounts/attachments';
import { openStore, type Store } from '../../../src/store/store';
import { testServers } from '../../support/servers';

const NOW = new Date('2026-11-24T12:00:00.000Z');

let store: Store;

beforeAll(async () => {
  store = await openStore((await testServers()).mongoUri);
});

afterAll(() => store?.close());

async function upload(): Promise<string> {
  const given = { _id: randomUUID(), name: 'nota.txt', type: 'text/plain', uploaderId: 'ana' };
  return (await addAttachment(store, given, Readable.from([Buffer.from('hola')]), NOW))._id;
}

function attempt(ids: string[], folio = '100001'): Hold {
  return { ids, uploaderId: 'ana', commandId: 'c-1', folio, holder: randomUUID() };
}

async function folioOf(id: string): Promise<string | null> {
  return (await findAttachment(store, id))!.folio;
}

test('what a refused attempt gives back can be tied to another ticket, and is found by the sweep', async () => {
  const id = await upload();
  const first = attempt([id]);
  expect(await holdAttachments(store, first, NOW)).toBe(true);
  expect(await holdAttachments(store, attempt([id], '100002'), NOW)).toBe(false);
  await releaseAttachments(store, first);
  const later = new Date(NOW.getTime() + 60_000);
  expect((await unnamedBefore(store, later, later, 100)).map(({ _id }) => _id)).toContain(id);
  expect(await holdAttachments(store, attempt([id], '100002'), NOW)).toBe(true);
});

test('of two attempts of one command the refused one gives nothing back that the accepted one has', async () => {
  const id = await upload();
  const [refused, accepted] = [attempt([id]), attempt([id])];
  await holdAttachments(store, refused, NOW);
  await holdAttachments(store, accepted, NOW);
  await releaseAttachments(store, refused);
  await releaseAttachments(store, refused);
  expect(await folioOf(id)).toBe('100001');
});

test('whatever comes at once, a file stays tied while one attempt holds it, and is free when none does', async () => {
  for (let round = 0; round < 20; round += 1) {
    const id = await upload();
    const attempts = Array.from({ length: 6 }, () => attempt([id]));
    const [accepted, ...refused] = attempts;
    await Promise.all([
      holdAttachments(store, accepted!, NOW),
      ...refused.map(async (one) => {
        await holdAttachments(store, one, NOW);
        await releaseAttachments(store, one);
      }),
    ]);
    expect(await folioOf(id)).toBe('100001');
    await releaseAttachments(store, accepted!);
    expect(await folioOf(id)).toBeNull();
  }
});

test('what a registration tied stays tied, though a message that names it again is refused', async () => {
  const id = await upload();
  const { uploaderId, commandId } = attempt([]);
  await claimAttachments(store, { ids: [id], uploaderId, commandId, folio: '100001' }, NOW);
  const [one, other] = [attempt([id]), attempt([id])];
  expect(await Promise.all([one, other].map((hold) => holdAttachments(store, hold, NOW)))).toEqual([
    true,
    true,
  ]);
  await Promise.all([one, other].map((hold) => releaseAttachments(store, hold)));
  expect(await folioOf(id)).toBe('100001');
});

test('who may not have one of the files holds none of them', async () => {
  const [own, taken] = [await upload(), await upload()].sort() as [string, string];
  await holdAttachments(store, attempt([taken], '100009'), NOW);
  expect(await holdAttachments(store, attempt([own, taken]), NOW)).toBe(false);
  expect([await folioOf(own), await folioOf(taken)]).toEqual([null, '100009']);
  const foreign = { ...attempt([own]), uploaderId: 'otra' };
  expect(await holdAttachments(store, foreign, NOW)).toBe(false);
  expect(await folioOf(own)).toBeNull();
});
