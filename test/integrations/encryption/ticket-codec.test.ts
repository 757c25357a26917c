import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload, type PayloadCodec } from '@temporalio/common';
import { createTicketCodec } from '../../../src/integrations/encryption/ticket-codec';
import { KeyGoneError } from '../../../src/integrations/encryption/ticket-keys';
import { payloadConverter } from '../../../src/workflows/payload-converter';
import { MASTER, MemoryKeys } from './memory-keys';

const FOLIO = '100234';
const SECRET = { body: 'No abre la agenda de Ana López', numbers: [1, 2, 3] };

let kept: MemoryKeys;
let codec: PayloadCodec;

beforeEach(async () => {
  kept = new MemoryKeys();
  await kept.ticket(FOLIO);
  codec = createTicketCodec(kept.keys());
});

const of = (workflowId: string) => ({ type: 'workflow', namespace: 'default', workflowId }) as const;
const TICKET = of(`ticket-${FOLIO}`);
const plain = (value: unknown = SECRET): Payload => defaultPayloadConverter.toPayload(value);
const textOf = ({ metadata, data }: Payload): string =>
  [...Object.values(metadata ?? {}), data ?? new Uint8Array()]
    .map((bytes) => Buffer.from(bytes).toString('latin1'))
    .join(' ');
const valueOf = (payload: Payload | undefined): unknown => defaultPayloadConverter.fromPayload(payload!);

test('what is sealed opens again, and shows nothing but the id of its key', async () => {
  const [sealed] = await codec.encode([plain()], TICKET);
  expect(textOf(sealed!)).not.toMatch(/Ana|agenda|json/);
  expect(textOf(sealed!)).toContain(`${FOLIO}:`);
  const [opened] = await codec.decode([sealed!], TICKET);
  expect(valueOf(opened)).toEqual(SECRET);
});

test('one value sealed twice looks different', async () => {
  const [first, second] = await codec.encode([plain(), plain()], TICKET);
  expect(Buffer.from(first!.data!)).not.toEqual(Buffer.from(second!.data!));
});

test('a session and an activity seal with the key of their ticket', async () => {
  const activity = { type: 'activity', namespace: 'default', workflowId: TICKET.workflowId, isLocal: true };
  for (const context of [of(`session-${FOLIO}-2`), activity as never]) {
    const [sealed] = await codec.encode([plain()], context);
    expect(valueOf((await codec.decode([sealed!], TICKET))[0])).toEqual(SECRET);
  }
});

test('what names no execution is opened by the id of its key alone', async () => {
  const [sealed] = await codec.encode([plain()], TICKET);
  expect(valueOf((await codec.decode([sealed!]))[0])).toEqual(SECRET);
});

test('payloads in the clear are read as they are', async () => {
  const given = plain();
  expect(await codec.decode([given], TICKET)).toEqual([given]);
});

test('a ticket without a key, and an execution that is no ticket, stay in the clear', async () => {
  const given = plain();
  expect(await codec.encode([given], of('ticket-7'))).toEqual([given]);
  expect(await codec.encode([given], of('something-else'))).toEqual([given]);
  expect(await codec.encode([given])).toEqual([given]);
});

test('what was altered, or sealed for another ticket, is taken for nothing and stops no ticket', async () => {
  await kept.ticket('5');
  const [own] = await codec.encode([plain()], TICKET);
  const [foreign] = await codec.encode([plain()], of('ticket-5'));
  const data = Buffer.from(own!.data!);
  data[data.length - 1]! ^= 1;
  const unknown = { ...own!.metadata, 'encryption-key-id': Buffer.from(`${FOLIO}:00`) };
  const faulty = [
    { ...own!, data },
    { ...own!, data: Buffer.from('short') },
    { ...own!, metadata: unknown },
    foreign!,
  ];
  for (const payload of await codec.decode(faulty, TICKET))
    expect(payloadConverter.fromPayload(payload)).toBeUndefined();
});

test('a key is read once, however many ask for it at the same time', async () => {
  const fresh = createTicketCodec(kept.keys());
  kept.reads = 0;
  await Promise.all(Array.from({ length: 20 }, () => fresh.encode([plain()], TICKET)));
  // The ticket's key, and its customer's.
  expect(kept.reads).toBe(2);
});

test('a known key needs no MongoDB', async () => {
  const [sealed] = await codec.encode([plain()], TICKET);
  kept.away = true;
  expect(valueOf((await codec.decode([sealed!], TICKET))[0])).toEqual(SECRET);
  await codec.encode([plain()], TICKET);
});

test('a key made here needs no reading once its intake stands', async () => {
  const keys = kept.keys();
  kept.tickets.set('8', await keys.mint('8', 'optica'));
  keys.admit('8', kept.tickets.get('8'));
  kept.away = true;
  const [sealed] = await createTicketCodec(keys).encode([plain()], of('ticket-8'));
  expect(textOf(sealed!)).toContain('8:');
});

test('a key whose intake did not come to stand seals nothing', async () => {
  const keys = kept.keys();
  await keys.mint('9', 'optica');
  keys.admit('9', await kept.keys().mint('9', 'optica'));
  const given = plain();
  expect(await createTicketCodec(keys).encode([given], of('ticket-9'))).toEqual([given]);
});

test('a key that is not known is sought while MongoDB is away, and then refused', async () => {
  const [sealed] = await codec.encode([plain()], TICKET);
  kept.away = true;
  await expect(createTicketCodec(kept.keys()).decode([sealed!], TICKET)).rejects.toThrow('away');
  const patient = createTicketCodec(kept.keys(MASTER, 5_000)).decode([sealed!], TICKET);
  setTimeout(() => (kept.away = false), 50);
  expect(valueOf((await patient)[0])).toEqual(SECRET);
});

test('without its key nothing is read any more, and what still comes is not sealed', async () => {
  const [sealed] = await codec.encode([plain()], TICKET);
  kept.tickets.set(FOLIO, null);
  const later = createTicketCodec(kept.keys());
  await expect(later.decode([sealed!], TICKET)).rejects.toThrow(KeyGoneError);
  expect(await later.encode([plain('clear')], TICKET)).toEqual([plain('clear')]);
});

describe('after an hour a known key', () => {
  beforeEach(async () => {
    await codec.encode([plain()], TICKET);
    jest.useFakeTimers({ now: Date.now() + 3_600_001, doNotFake: ['nextTick', 'setImmediate'] });
  });

  afterEach(() => jest.useRealTimers());

  it('that was destroyed is forgotten', async () => {
    const [sealed] = await codec.encode([plain()], TICKET);
    jest.setSystemTime(Date.now() + 3_600_001);
    kept.tickets.set(FOLIO, null);
    await expect(codec.decode([sealed!], TICKET)).rejects.toThrow(KeyGoneError);
  });

  it('goes on while MongoDB is away', async () => {
    kept.away = true;
    const [sealed] = await codec.encode([plain()], TICKET);
    expect(valueOf((await codec.decode([sealed!], TICKET))[0])).toEqual(SECRET);
  });
});

describe('keys change', () => {
  it('the master key: both open until everything is wrapped by the new one', async () => {
    const [sealed] = await codec.encode([plain()], TICKET);
    const newer = randomBytes(32).toString('base64');
    const keys = kept.keys(`${newer},${MASTER}`);
    for (const key of kept.organizations.values())
      kept.organizations.set(key._id, { ...key, ...keys.rewrapOrganization(key)! });
    const [opened] = await createTicketCodec(kept.keys(newer)).decode([sealed!], TICKET);
    expect(valueOf(opened)).toEqual(SECRET);
    await expect(createTicketCodec(kept.keys()).decode([sealed!], TICKET)).rejects.toThrow(
      'PAYLOAD_MASTER_KEYS',
    );
  });

  it('the key of a customer: the ticket keeps its own, wrapped anew', async () => {
    const [sealed] = await codec.encode([plain()], TICKET);
    const keys = kept.keys();
    await keys.renew('optica');
    const before = kept.tickets.get(FOLIO)!;
    const after = (await keys.rewrap('optica', before))!;
    expect(after).toMatchObject({ id: before.id, by: 'optica:2' });
    expect(await keys.rewrap('optica', after)).toBeNull();
    kept.tickets.set(FOLIO, after);
    expect(valueOf((await createTicketCodec(kept.keys()).decode([sealed!], TICKET))[0])).toEqual(SECRET);
  });

  it('no key, or a short one among good ones, is no list of keys', () => {
    for (const text of ['', 'c2hvcnQ=', `${MASTER} c2hvcnQ=`])
      expect(() => kept.keys(text)).toThrow('PAYLOAD_MASTER_KEYS');
  });
});

test('what operators read stays readable: summaries, details, and the answer that shows them', async () => {
  const forOperators = [
    plain('Closes without an answer at 2026-11-30T20:05:00.000Z'),
    plain({ definition: { type: 'ticket' }, currentDetails: 'Waits for support' }),
  ];
  expect(await codec.encode(forOperators, TICKET)).toEqual(forOperators);
});
