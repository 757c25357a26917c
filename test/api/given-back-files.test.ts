import { randomUUID } from 'node:crypto';
import { emptyInbox } from '../../src/store/tickets/inbox-document';
import { ApiUnderTest } from './api-under-test';
import type { Caller, Reply } from './caller';
import { registration } from './registration';
import { statusOfFile, upload } from './upload';

let api: ApiUnderTest;
let agent: Caller;
let client: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: true });
  agent = await api.person('agent');
  client = await api.person('client');
}, 120_000);

afterAll(() => api.stop());

async function register(): Promise<string> {
  return String((await client.call('registerTicket', { body: registration() })).body['folio']);
}

/** A message of an agent; as a question it is refused while nobody is assigned. */
function write(folio: string, files: string[], asks: boolean, key: string = randomUUID()): Promise<Reply> {
  return agent.call('postMessage', {
    params: { folio },
    body: { body: 'Va el archivo', attachmentIds: files, awaitsClient: asks },
    headers: { 'Idempotency-Key': key },
  });
}

test('a message that is refused gives its files back: nobody else reads them, and another ticket may have them', async () => {
  const [folio, other, file] = [await register(), await register(), await upload(agent)];
  expect(await write(folio, [file], true)).toMatchObject({
    status: 409,
    body: { code: 'assignee_required' },
  });
  expect([await statusOfFile(agent, file), await statusOfFile(client, file)]).toEqual([200, 404]);
  expect((await write(other, [file], false)).status).toBe(201);
  expect(await statusOfFile(client, file)).toBe(200);
});

test('what was to go to a ticket that has closed goes with another one', async () => {
  const [folio, other, file] = [await register(), await register(), await upload(agent)];
  const withdrawn = { params: { folio }, body: { reason: 'withdrawn' } };
  expect((await client.call('closeTicket', withdrawn)).status).toBe(200);
  expect(await write(folio, [file], false)).toMatchObject({ status: 409, body: { code: 'ticket_closed' } });
  expect((await write(other, [file], false)).status).toBe(201);
});

test('a message that was refused, and is accepted under the same key once it may be, has its files', async () => {
  const [folio, file, key] = [await register(), await upload(agent), randomUUID()];
  expect((await write(folio, [file], true, key)).status).toBe(409);
  const assigned = { params: { folio }, body: { agentId: agent.who.userId } };
  expect((await agent.call('assignTicket', assigned)).status).toBe(200);
  const accepted = await write(folio, [file], true, key);
  expect(accepted.status).toBe(201);
  expect((await write(folio, [file], true, key)).body).toEqual(accepted.body);
  expect(await statusOfFile(client, file)).toBe(200);
});

test('a file of a message that is on record stays with it, though it is named again in vain', async () => {
  const [folio, file] = [await register(), await upload(agent)];
  expect((await write(folio, [file], false)).status).toBe(201);
  expect((await write(folio, [file], true)).status).toBe(409);
  expect(await statusOfFile(client, file)).toBe(200);
});

test('a client’s reply that comes after the closing was due gives its files back', async () => {
  const [folio, file] = [await register(), await upload(client)];
  const dueAt = '2026-01-01T00:00:00.000Z';
  await api.deps.store.inboxes.insertMany([{ ...emptyInbox(folio), rev: 1, dueAt }]);
  const replied = await client.call('postMessage', {
    params: { folio },
    body: { body: 'Va el archivo', attachmentIds: [file] },
  });
  expect(replied).toMatchObject({ status: 409, body: { code: 'ticket_closed' } });
  const body = registration({ attachmentIds: [file] });
  expect((await client.call('registerTicket', { body })).status).toBe(201);
});
