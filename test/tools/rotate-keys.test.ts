import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import { openTicketKeys } from '../../src/engine/open-ticket-keys';
import { createTicketCodec } from '../../src/integrations/encryption/ticket-codec';
import type { IntakeDocument } from '../../src/store/tickets/intakes';
import { openStore, type Store } from '../../src/store/store';
import { destroyTicketKey, findTicketKey } from '../../src/store/tickets/ticket-keys';
import { rotateKeys } from '../../tools/rotate-keys';
import { testServers } from '../support/servers';

const OLD = randomBytes(32).toString('base64');
const NEW = randomBytes(32).toString('base64');
const CONTEXT = { type: 'workflow', namespace: 'default', workflowId: 'ticket-1' } as const;

let store: Store;

beforeAll(async () => {
  store = await openStore((await testServers()).mongoUri);
});

afterAll(() => store?.close());

async function registered(folio: string, organizationId: string): Promise<void> {
  const key = await openTicketKeys(store, OLD)!.mint(folio, organizationId);
  const intake = { _id: folio, commandId: folio, bodyHash: '', state: 'started', organizationId, key };
  await store.intakes.insertMany([{ ...intake, createdAt: '', input: {} } as unknown as IntakeDocument]);
}

function codec(masterKeys: string): ReturnType<typeof createTicketCodec> {
  return createTicketCodec(openTicketKeys(store, masterKeys)!);
}

test('after a rotation the new master key alone reads what the old one sealed', async () => {
  await registered('1', 'optica');
  await registered('2', 'vecina');
  await registered('3', 'optica');
  await destroyTicketKey(store, '3');
  const sealed = await codec(OLD).encode([defaultPayloadConverter.toPayload({ name: 'Ana López' })], CONTEXT);

  const keys = openTicketKeys(store, `${NEW}\n${OLD}`)!;
  const all = { renewOrganizations: true };
  expect(await rotateKeys(store, keys, all)).toEqual({
    organizations: 2,
    organizationKeys: 2,
    ticketKeys: 2,
  });
  expect(await rotateKeys(store, keys, { renewOrganizations: false })).toEqual({
    organizations: 0,
    organizationKeys: 0,
    ticketKeys: 0,
  });

  const [opened] = await codec(NEW).decode(sealed, CONTEXT);
  expect(defaultPayloadConverter.fromPayload(opened!)).toEqual({ name: 'Ana López' });
  expect(await findTicketKey(store, '1')).toMatchObject({ by: 'optica:2' });
  expect(await findTicketKey(store, '3')).toBeNull();
  await expect(codec(OLD).decode(sealed, CONTEXT)).rejects.toThrow('PAYLOAD_MASTER_KEYS');
});
