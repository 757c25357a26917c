import { randomUUID } from 'node:crypto';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { commandIdOf } from '../../src/api/http/fingerprint';
import { ticketWorkflowId } from '../../src/workflows/messages';
import { STORE_UNAVAILABLE } from '../../src/workflows/refusal';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { FaultGate } from '../support/fault-gate';
import { ApiUnderTest } from './api-under-test';
import type { Caller, Reply } from './caller';
import { registration } from './registration';

let gate: FaultGate;
let api: ApiUnderTest;
let client: Caller;
let agent: Caller;

beforeAll(async () => {
  const workerMongo = async (given: string): Promise<string> => {
    const uri = new URL(given);
    gate = await FaultGate.open(Number(uri.port));
    uri.port = String(gate.port);
    // Else it would find its way around the gate.
    uri.searchParams.delete('replicaSet');
    uri.searchParams.set('directConnection', 'true');
    return uri.href;
  };
  api = await ApiUnderTest.start({ worker: true, workerMongo });
  client = await api.person('client');
  agent = await api.person('agent');
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await gate?.close();
});

const SPLIT = {
  parts: [{ subject: 'La impresora', description: 'No imprime recetas.', type: 'technical_problem' }],
  keepOriginal: true,
};
const CLOSING = { reason: 'out_of_scope', message: 'Lo atiende otra área.' };

/** Commands that ask the store before they are carried out. */
test.each([
  ['a division into tickets', 'splitTicket', SPLIT, 'split'],
  ['a closing', 'closeTicket', CLOSING, 'closed'],
] as const)(
  '%s that the store did not answer is carried out once when it is sent again with its key',
  async (_what, route, body, type) => {
    const { store, temporal } = api.deps;
    const registered = await client.call('registerTicket', { body: registration() });
    const params = { folio: String(registered.body['folio']) };
    expect((await agent.call('addNote', { params, body: { body: 'Ya lo vi' } })).status).toBe(201);
    const key = randomUUID();
    const send = (): Promise<Reply> =>
      agent.call(route, { params, body, headers: { 'Idempotency-Key': key } });

    gate.shut();
    const refused = await send();
    gate.reopen();
    expect(refused).toMatchObject({ status: 503, body: { code: 'engine_unavailable' } });
    const handle = temporal.workflow.getHandle(ticketWorkflowId(params.folio));
    expect(historyToJSON(await handle.fetchHistory())).toContain(STORE_UNAVAILABLE);

    const answer = await waitUntil('an answer', 30_000, async () => {
      const reply = await send();
      return reply.status !== 503 && reply;
    });
    expect(answer.status).toBeLessThan(300);
    const again = await send();
    expect([again.status, again.body]).toEqual([answer.status, answer.body]);
    const commandId = commandIdOf(agent.who.userId, key);
    expect(await store.events.countDocuments({ folio: params.folio, commandId, type })).toBe(1);
    const parts = await store.intakes.countDocuments({ 'input.registration.splitFrom': params.folio });
    expect(parts).toBe(type === 'split' ? 1 : 0);
  },
);
