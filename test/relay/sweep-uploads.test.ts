import { Readable } from 'node:stream';
import pino from 'pino';
import { Starter } from '../../src/engine/starter';
import { Relay } from '../../src/relay/relay';
import { sweepUploads } from '../../src/relay/sweep-uploads';
import { addAttachment } from '../../src/store/accounts/attachment-content';
import { claimAttachments, findAttachment, reserveAttachments } from '../../src/store/accounts/attachments';
import { keepIntake } from '../../src/store/tickets/intakes';
import { openStore, type Store } from '../../src/store/store';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { openServerDesk } from '../support/open-desk';
import { aRegistration, aTicketInput } from '../support/registration';
import { testServers } from '../support/servers';

const DAY_MS = 24 * 3_600_000;
const NOW = new Date('2026-11-24T12:00:00.000Z');
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * DAY_MS);

let store: Store;

beforeEach(async () => {
  store = await openStore((await testServers()).mongoUri);
});
afterEach(() => store?.close());

/** A file of somebody's, uploaded some days ago. */
async function upload(id: string, days: number, into = store, now = NOW): Promise<string> {
  const given = { _id: id, name: 'nota.txt', type: 'text/plain', uploaderId: 'client-1' };
  const at = new Date(now.getTime() - days * DAY_MS);
  return (await addAttachment(into, given, Readable.from([Buffer.from('hola')]), at))._id;
}

/** Ids of which something is stored, wherever. */
async function stored(of = store): Promise<string[]> {
  const ids = async (name: string, field: string): Promise<unknown[]> => {
    const found: unknown[] = await of.connection.collection(name).distinct(field);
    return found;
  };
  const all = await Promise.all([
    ids('attachments', '_id'),
    ids('attachment_files.files', '_id'),
    ids('attachment_files.chunks', 'files_id'),
    ids('attachment_leftovers', '_id'),
  ]);
  return [...new Set(all.flat().map(String))].sort();
}

test('what no ticket names is removed with its bytes after a week, not before', async () => {
  await upload('old', 8);
  await upload('recent', 6);
  await sweepUploads(store, NOW);
  expect(await stored()).toEqual(['recent']);
});

test('what a ticket names stays for good', async () => {
  const naming = { ids: [await upload('named', 8)], uploaderId: 'client-1', commandId: 'c-1' };
  await claimAttachments(store, { ...naming, folio: '100001' }, NOW);
  await sweepUploads(store, NOW);
  expect(await stored()).toEqual(['named']);
});

test('what a registration has just set about tying stays, and can be tied', async () => {
  const naming = { ids: [await upload('reserved', 8)], uploaderId: 'client-1', commandId: 'c-1' };
  await reserveAttachments(store, naming, NOW);
  await sweepUploads(store, NOW);
  expect(await claimAttachments(store, { ...naming, folio: '100001' }, NOW)).toBe(true);
});

test('what a registration names whose process died before tying it is tied, not removed', async () => {
  const { folio: _id, registeredAt, actor } = aTicketInput();
  const commandId = 'c-died';
  const naming = { ids: [await upload('half', 9)], uploaderId: 'client-1', commandId };
  await reserveAttachments(store, naming, daysAgo(8));
  const registration = aRegistration({ attachmentIds: ['half'] });
  const { organizationId } = registration;
  await keepIntake(store, {
    ...{ _id, commandId, bodyHash: '', state: 'started', organizationId, createdAt: registeredAt },
    input: { registeredAt, actor, commandId, registration },
  });
  await sweepUploads(store, NOW);
  expect((await findAttachment(store, 'half'))?.folio).toBe(_id);
});

test('of sweeping and tying at once one has its way: a tied file is whole, a refused one is gone', async () => {
  for (let race = 0; race < 30; race += 1) {
    const id = await upload(`race-${race}`, 8);
    const naming = { ids: [id], uploaderId: 'client-1', commandId: `c-${race}`, folio: '100001' };
    const [tied] = await Promise.all([
      claimAttachments(store, naming, NOW),
      sweepUploads(store, NOW),
      sweepUploads(store, NOW),
    ]);
    const bytes = await store.connection.collection('attachment_files.chunks').countDocuments({
      files_id: id,
    });
    expect(bytes).toBe(tied ? 1 : 0);
  }
});

test('bytes of an upload that was cut off are removed after a day, not while they may still arrive', async () => {
  for (const [id, days] of [
    ['cut-off', 1.1],
    ['arriving', 0.9],
  ] as const) {
    await upload(id, days);
    // As a process leaves it that dies with the last byte: the file is not known yet.
    await store.attachments.deleteOne({ _id: id });
    await store.attachmentLeftovers.create({ _id: id, since: daysAgo(days) });
  }
  await store.connection.collection('attachment_files.files').deleteOne({ _id: 'cut-off' as never });
  await sweepUploads(store, NOW);
  expect(await stored()).toEqual(['arriving']);
});

test('an upload that its process finished, but for forgetting that it had begun, stays', async () => {
  await upload('done', 2);
  await store.attachmentLeftovers.create({ _id: 'done', since: daysAgo(2) });
  await sweepUploads(store, NOW);
  expect((await findAttachment(store, 'done'))?.size).toBe(4);
  expect(await store.attachmentLeftovers.countDocuments()).toBe(0);
});

test('an upload that breaks off leaves nothing behind', async () => {
  const content = Readable.from(
    (function* () {
      yield Buffer.from('ho');
      throw new Error('the line broke');
    })(),
  );
  const given = { _id: 'broken', name: 'nota.txt', type: 'text/plain', uploaderId: 'client-1' };
  await expect(addAttachment(store, given, content, NOW)).rejects.toThrow('the line broke');
  expect(await stored()).toEqual([]);
});

test('the worker sweeps by itself', async () => {
  const server = await openServerDesk();
  const { store: own } = server.desk;
  const logger = pino({ level: 'silent' });
  const starter = new Starter({ store: own, client: server.client, logger });
  const relay = new Relay({ store: own, client: server.client, starter, logger });
  try {
    await upload('old', 8, own, new Date());
    relay.start();
    await waitUntil('the sweep', 15_000, async () => (await stored(own)).length === 0);
  } finally {
    await relay.stop();
    await starter.stop();
    await server.close();
  }
});
