import { ApiUnderTest } from './api-under-test';
import type { Caller, Reply } from './caller';
import { registration } from './registration';
import { upload } from './upload';

let api: ApiUnderTest;
let agent: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: true });
  agent = await api.person('agent');
}, 120_000);

afterAll(() => api.stop());

interface Event {
  type: string;
  data: { attachmentIds?: string[]; attachments?: unknown[] };
}

/** A registration with one file and a reply with two. */
async function written(client: Caller): Promise<{ folio: string; files: Record<string, unknown>[] }> {
  const names = ['pantalla.txt', 'bitácora.txt', 'otra vez.txt'];
  const ids = await Promise.all(names.map((name) => upload(client, name, `de ${name}\n`)));
  const files = names.map((name, index) => {
    return { id: ids[index]!, name, size: Buffer.byteLength(`de ${name}\n`), type: 'text/plain' };
  });
  const body = registration({ attachmentIds: [ids[0]] });
  const registered = await client.call('registerTicket', { body });
  expect(registered.body['attachments']).toEqual([files[0]]);
  const folio = String(registered.body['folio']);
  const replied = await client.call('postMessage', {
    params: { folio },
    body: { body: 'Van', attachmentIds: ids.slice(1) },
  });
  const event = replied.status === 201 ? replied.body['event'] : await onRecord(client, folio, replied);
  expect((event as Event).data.attachments).toEqual(files.slice(1));
  return { folio, files };
}

/** An accepted reply's event, once the ticket has it. */
async function onRecord(client: Caller, folio: string, { status, body }: Reply): Promise<unknown> {
  expect(status).toBe(202);
  const params = { folio, commandId: String(body['commandId']) };
  for (;;) {
    const { body: message } = await client.call('readMessage', { params });
    if (message['state'] === 'processed') return message['event'];
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function filesIn(events: unknown): unknown[] {
  return (events as Event[]).map(({ data }) => data.attachments).filter((files) => files !== undefined);
}

async function closed(folio: string, client: Caller): Promise<void> {
  const { status } = await client.call('closeTicket', { params: { folio }, body: { reason: 'withdrawn' } });
  expect(status).toBe(200);
  while (!(await api.deps.store.archive.exists({ _id: folio })))
    await new Promise((resolve) => setTimeout(resolve, 20));
}

test('files are named on the ticket, in its conversation and in its record', async () => {
  const client = await api.person('client');
  const { folio, files } = await written(client);
  for (const who of [client, agent]) {
    const ticket = await who.call('readTicket', { params: { folio } });
    expect(ticket.body['attachments']).toEqual([files[0]]);
    const timeline = await who.call('listTicketEvents', { params: { folio } });
    expect(filesIn(timeline.body['items'])).toEqual([[files[0]], files.slice(1)]);
  }
  const list = await client.call('listTickets');
  expect(list.body['items']).toMatchObject([{ folio, attachments: [files[0]] }]);
  await closed(folio, client);
  const record = await agent.call('readArchived', { params: { folio } });
  expect(record.body['attachments']).toEqual([files[0]]);
  expect(filesIn(record.body['events'])).toEqual([[files[0]], files.slice(1)]);
});

test('of registrations at once that name one file one is made, and what is refused is not', async () => {
  const client = await api.person('client');
  const [file, other] = [await upload(client), await upload(client)];
  const register = (attachmentIds: string[]): Promise<Reply> =>
    client.call('registerTicket', { body: registration({ attachmentIds }) });
  const opposed = [
    [other, file],
    [file, other],
  ];
  const replies = await Promise.all([...opposed, ...opposed].map(register));
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422]);
  const made = await api.deps.store.intakes.find({ 'input.actor.id': client.who.userId }).lean();
  expect(made.map(({ _id }) => _id)).toEqual([replies.find(({ status }) => status === 201)!.body['folio']]);
});

test('a registration that was refused gives its files back at once', async () => {
  const client = await api.person('client');
  const [file, taken] = [await upload(client), await upload(client)];
  const register = (attachmentIds: string[]): Promise<Reply> =>
    client.call('registerTicket', { body: registration({ attachmentIds }) });
  const both = await Promise.all([register([taken]), register([file, taken])]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  if (both[0].status === 201) expect((await register([file])).status).toBe(201);
});

test('what stays of the files of somebody who was erased are ids', async () => {
  const client = await api.person('client');
  const { folio, files } = await written(client);
  await closed(folio, client);
  const admin = await api.person('admin');
  const { userId } = client.who;
  expect((await admin.call('erasePerson', { params: { id: userId } })).status).toBe(200);
  const bare = files.map(({ id }) => ({ id, name: null, size: null, type: null }));
  const record = await agent.call('readArchived', { params: { folio } });
  expect(record.body['attachments']).toEqual([bare[0]]);
  expect(filesIn(record.body['events'])).toEqual([[bare[0]], bare.slice(1)]);
});
