import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { addAttachment, openAttachment } from '../../../src/store/accounts/attachment-content';
import { openStore, type Store } from '../../../src/store/store';
import { testServers } from '../../support/servers';

let store: Store;

beforeAll(async () => {
  store = await openStore((await testServers()).mongoUri);
});

afterAll(() => store?.close());

const PIECE = 2 * 1024 * 1024;

/** As the network gives it: pieces, and after the last one its end or a failure. */
function arriving(pieces: number, { breaksOff = false } = {}): Readable {
  const parts = function* (): Generator<Buffer> {
    for (let piece = 0; piece < pieces; piece += 1) yield Buffer.alloc(PIECE, piece);
    if (breaksOff) throw new Error('The line broke');
  };
  return Readable.from(parts());
}

function add(content: Readable): Promise<unknown> {
  const given = { _id: randomUUID(), name: 'a.bin', type: 'image/png', uploaderId: 'u-1' };
  return addAttachment(store, given, content, new Date());
}

async function stored(): Promise<number[]> {
  const names = ['attachments', 'attachment_files.files', 'attachment_files.chunks'];
  return Promise.all(names.map((name) => store.connection.db!.collection(name).countDocuments()));
}

test('what was uploaded is given back as it was', async () => {
  const { _id, size } = (await add(arriving(9))) as { _id: string; size: number };
  expect(size).toBe(9 * PIECE);
  const back = await openAttachment(store, _id).toArray();
  expect(Buffer.concat(back).equals(Buffer.concat(await arriving(9).toArray()))).toBe(true);
});

test('of uploads that break off, wherever they do, nothing stays once that is told', async () => {
  const before = await stored();
  const broken = Array.from({ length: 16 }, (_, nth) => add(arriving(nth % 4, { breaksOff: true })));
  const told = await Promise.allSettled(broken);
  expect(new Set(told.map(({ status }) => status))).toEqual(new Set(['rejected']));
  expect(await stored()).toEqual(before);
});
