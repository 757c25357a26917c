import { checkInvariants } from '../support/fault-invariants';
import type { FaultService } from '../support/fault-service';
import { LIFE_CYCLE, register, type Cast } from '../support/fault-steps';
import { useFaultService } from '../support/use-fault-service';
import { ticketWorkflowId } from '../../src/workflows/messages';
import { waitUntil } from '../../tools/toolchain/wait-until';

let service: FaultService;
let cast: Cast;

useFaultService((started) => ({ service, cast } = started));

const PACE_MS = 30_000;

/** Where the worker dies, in turn: commands just sent, known to the engine, on record in MongoDB. */
const MOMENTS = ['sent', 'in the engine', 'on record', 'on record'] as const;
type Moment = (typeof MOMENTS)[number];

/** A ticket on its way through the life cycle. */
interface Walk {
  folio: string;
  /** How many steps it has taken. */
  taken: number;
}

async function step(walk: Walk): Promise<void> {
  const next = LIFE_CYCLE[walk.taken]!;
  const { who, request } = next.ask(cast, walk.folio);
  const { status, body } = await who.insist(request);
  if (status >= 300) throw new Error(`${next.name} of ${walk.folio}: ${JSON.stringify(body)}`);
  walk.taken += 1;
}

/** One ticket right before each step. */
function lineUp(): Promise<Walk[]> {
  return Promise.all(
    LIFE_CYCLE.map(async (_step, ahead) => {
      const walk = { folio: await register(cast), taken: 0 };
      while (walk.taken < ahead) await step(walk);
      return walk;
    }),
  );
}

function hasNext({ taken }: Walk): boolean {
  return taken < LIFE_CYCLE.length;
}

async function untilMoment(moment: Moment, { folio }: Walk, before: Standing): Promise<void> {
  if (moment === 'sent') return;
  await waitUntil(`ticket ${folio} to be ${moment}`, PACE_MS, async () => {
    const now = await standing(folio);
    return moment === 'on record' ? now.events > before.events : now.history > before.history;
  });
}

interface Standing {
  history: number;
  events: number;
}

async function standing(folio: string): Promise<Standing> {
  const { historyLength } = await service.client.workflow.getHandle(ticketWorkflowId(folio)).describe();
  return { history: historyLength, events: await service.store.events.countDocuments({ folio }) };
}

/** One step of every ticket at once, and the worker killed while one of them is at the given moment. */
async function stepUnderFire(walks: Walk[], moment: Moment, watched: Walk): Promise<void> {
  const before = await standing(watched.folio);
  const steps = Promise.all(walks.map(step));
  await Promise.race([steps, untilMoment(moment, watched, before)]);
  await service.killWorker();
  service.startWorker();
  await steps;
}

test('a worker killed at every step of a life cycle loses nothing and does nothing twice', async () => {
  const walks = await lineUp();
  for (const [round, moment] of MOMENTS.entries()) {
    const onTheirWay = walks.filter(hasNext);
    await stepUnderFire(onTheirWay, moment, onTheirWay[(round * 4) % onTheirWay.length]!);
  }
  await Promise.all(
    walks.map(async (walk) => {
      while (hasNext(walk)) await step(walk);
    }),
  );
  await checkInvariants(service, cast);
  const folios = walks.map(({ folio }) => folio);
  expect(await service.store.archive.countDocuments({ _id: { $in: folios } })).toBe(folios.length);
}, 240_000);
