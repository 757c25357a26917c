import { checkInvariants, lateness } from '../support/fault-invariants';
import type { FaultService } from '../support/fault-service';
import { askClient, register, type Cast } from '../support/fault-steps';
import { useFaultService } from '../support/use-fault-service';
import { waitUntil } from '../../tools/toolchain/wait-until';

let service: FaultService;
let cast: Cast;

useFaultService((started) => ({ service, cast } = started));

/** What a worker writes while a workflow task of its is not yet on record, and what brings it about. */
const WRITES = [
  [
    'an event',
    'insert',
    'events',
    (folio: string) => cast.agent.request('POST', `/tickets/${folio}/notes`, { body: 'Nota' }),
  ],
  [
    'a reply that leaves its inbox',
    'update',
    'inboxes',
    (folio: string) => cast.client.request('POST', `/tickets/${folio}/messages`, { body: 'Hola' }),
  ],
  [
    'the archived ticket',
    'insert',
    'archived_tickets',
    (folio: string) =>
      cast.agent.request('PUT', `/tickets/${folio}/closure`, {
        reason: 'out_of_scope',
        message: 'Lo atiende otra área.',
      }),
  ],
] as const;

test.each(WRITES)(
  'a worker killed right after it wrote %s carries on with the same ticket',
  async (_what, operation, collection, ask) => {
    const folio = await register(cast);
    await checkInvariants(service, cast);
    const request = ask(folio);
    const held = service.gates.worker.hold(operation, collection, 'after');
    const answer = (request.path.endsWith('messages') ? cast.client : cast.agent).insist(request);
    await held;
    await service.killWorker();
    service.startWorker();
    expect((await answer).status).toBeLessThan(300);
    await checkInvariants(service, cast);
  },
  120_000,
);

test('a worker that is dead over a deadline closes afterwards, once, with the true instant', async () => {
  await service.setWait(3);
  const [silent, answered] = [await register(cast), await register(cast)];
  const due = await askClient(cast, silent);
  await service.setWait(600);
  await service.killWorker();
  const reply = cast.client.request('POST', `/tickets/${answered}/messages`, { body: 'Aquí sigo.' });
  expect(await cast.client.send(reply)).toMatchObject({ status: 202 });
  await waitUntil('the instant to pass', 10_000, () => Date.now() > due + 500);
  service.startWorker();
  const closed = await waitUntil('the closing', 60_000, async () => {
    const archived = await service.store.archive.findById(silent).lean();
    return archived?.ticket;
  });
  expect(closed.closure).toMatchObject({ reason: 'no_client_response', dueAt: new Date(due).toISOString() });
  expect(lateness(closed)).toBeGreaterThan(0);
  await checkInvariants(service, cast);
}, 120_000);
