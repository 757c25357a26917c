import { waitUntil } from '../toolchain/wait-until';
import { drive } from './load';
import { record } from './report';
import type { System } from './system';

/** Time to bring all tickets to the wait before they are due. */
const PREPARATION_MS = 60_000;
const AHEAD_MS = 3_600;

/**
 * Many tickets due at one instant against as many bare timers. All waits begin before the calendar opens, so the same
 * business time brings all of them to the same instant.
 */
export async function deadlinesAtOnce(
  { product, bare, store, people }: System,
  count: number,
): Promise<void> {
  const bareDue = Date.now() + PREPARATION_MS / 2;
  const bareSeconds = await bare.timers(count, bareDue);

  const opening = new Date(Math.ceil((Date.now() + PREPARATION_MS) / 60_000) * 60_000);
  await waitPolicy({ product, people }, opening);
  const { folios } = await product.creates(people.clientKey, count);
  // A burst of creates is started in its order; a command to the last of them would wait for all of it.
  await waitUntil(
    'all tickets to run',
    PREPARATION_MS,
    async () =>
      (await store.events.countDocuments({ _id: { $in: folios.map((folio) => `${folio}:1`) } })) >= count,
  );
  const me = await product.call(people.agentKey, 'GET', '/me');
  await drive(count, async (index) => {
    const folio = folios[index]!;
    await product.call(people.agentKey, 'PUT', `/tickets/${folio}/assignment`, { agentId: idOf(me.body) });
    await product.call(people.agentKey, 'POST', `/tickets/${folio}/messages`, {
      body: '¿Sigue igual?',
      awaitsClient: true,
    });
  });
  const due = opening.getTime() + AHEAD_MS;
  if (Date.now() >= opening.getTime()) throw new Error('The tickets were prepared too late');
  await waitUntil(
    'all tickets to close',
    300_000,
    async () => (await store.archive.countDocuments({ _id: { $in: folios } })) >= count,
  );
  const closed = await store.archive.find({ _id: { $in: folios } }).lean();
  const early = closed.filter(({ closedAt }) => Date.parse(closedAt) < due);
  if (early.length > 0) throw new Error(`${early.length} tickets closed early`);
  const twice = await store.events.countDocuments({ folio: { $in: folios }, type: 'closed' });
  if (twice !== count) throw new Error(`${twice} closings of ${count} tickets`);
  const last = await store.events
    .find({ folio: { $in: folios }, type: 'closed' })
    .sort({ writtenAt: -1 })
    .limit(1)
    .lean();
  record(
    `${count} deadlines at one instant / bare timers`,
    ['<=', 1.5],
    (Date.parse(last[0]!.writtenAt) - due) / 1000 / bareSeconds,
  );
}

/** A calendar that opens at one instant and a wait of 3.6 s. */
async function waitPolicy(
  { product, people }: Pick<System, 'product' | 'people'>,
  opening: Date,
): Promise<void> {
  const days = ['1', '2', '3', '4', '5', '6', '7'];
  const open = [{ from: opening.toISOString().slice(11, 16), to: '24:00' }];
  const { body: policy } = await product.call(people.admin, 'GET', '/policies/support');
  await product.call(people.admin, 'PUT', '/calendars/bench', {
    timeZone: 'UTC',
    weekly: Object.fromEntries(days.map((day) => [day, [{ from: '00:00', to: '24:00' }]])),
    holidays: {},
    exceptions: { [opening.toISOString().slice(0, 10)]: open },
  });
  await product.call(people.admin, 'PUT', '/policies/support', {
    ...policy,
    calendarId: 'bench',
    waitingClientHours: AHEAD_MS / 3_600_000,
    reminderHours: [],
  });
}

function idOf(me: Record<string, unknown>): string {
  return (me as { id: string }).id;
}
