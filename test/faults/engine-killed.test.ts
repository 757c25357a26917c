import { checkInvariants } from '../support/fault-invariants';
import type { FaultAnswer } from '../support/fault-person';
import type { FaultService } from '../support/fault-service';
import { aRegistration, register, type Cast } from '../support/fault-steps';
import { useFaultService } from '../support/use-fault-service';
import { ticketWorkflowId } from '../../src/workflows/messages';
import { waitUntil } from '../../tools/toolchain/wait-until';

let service: FaultService;
let cast: Cast;

useFaultService((started) => ({ service, cast } = started));
afterEach(() => checkInvariants(service, cast), 120_000);

/**
 * Many are started at once, and the engine may take longer over one than over all that come after it: in order are not the
 * single ones but groups of them, on the average.
 */
const GROUP = 32;

/** A burst of requests from a few callers at once; `onAnswer` hears how many have been answered. */
async function burst(
  count: number,
  send: (index: number) => Promise<FaultAnswer | null>,
  onAnswer: (answered: number) => void = () => undefined,
): Promise<(FaultAnswer | null)[]> {
  const answers: (FaultAnswer | null)[] = [];
  let next = 0;
  const caller = async (): Promise<void> => {
    while (next < count) {
      answers.push(await send(next++));
      onAnswer(answers.length);
    }
  };
  await Promise.all(Array.from({ length: 8 }, caller));
  return answers;
}

function create(subject: string): Promise<FaultAnswer | null> {
  const { client } = cast;
  return client.send(client.request('POST', '/tickets', aRegistration(subject)));
}

function reply(folio: string, body: string): Promise<FaultAnswer | null> {
  const { client } = cast;
  return client.send(client.request('POST', `/tickets/${folio}/messages`, { body }));
}

function folioOf(answer: FaultAnswer | null): string {
  return String(answer?.body['folio']);
}

function startedAt(folio: string): Promise<number> {
  const { workflow } = service.client;
  return waitUntil(`the start of ${folio}`, 20_000, async () => {
    const described = await workflow
      .getHandle(ticketWorkflowId(folio))
      .describe()
      .catch(() => null);
    return described?.startTime.getTime();
  });
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

async function untilStarted(folios: string[]): Promise<void> {
  await waitUntil('every ticket to be started', 90_000, async () => {
    const started = await service.store.intakes.countDocuments({ _id: { $in: folios }, state: 'started' });
    return started === folios.length;
  });
}

test('an engine killed in a burst of registrations and replies refuses nobody and loses nothing', async () => {
  const known = await register(cast);
  let killed: Promise<void> | undefined;
  const answers = await burst(
    90,
    (index) => (index % 3 === 2 ? reply(known, `Mensaje ${index}`) : create(`Ráfaga ${index}`)),
    (answered) => {
      if (answered >= 30) killed ??= service.killEngine();
    },
  );
  await killed;
  expect(answers.filter((answer) => answer?.status !== 201 && answer?.status !== 202)).toEqual([]);
  await service.startEngine();
  // A reply that was on record in time answers with its ticket too.
  const folios = new Set(answers.map(folioOf).filter((folio) => folio !== 'undefined'));
  await untilStarted([...folios]);
}, 240_000);

test('what comes while the engine is away starts when it is back, the oldest first', async () => {
  const known = await register(cast);
  await service.killEngine();
  const answers = await burst(160, (index) => create(`Sin motor ${index}`));
  const replies = await burst(12, (index) => reply(known, `Sin motor ${index}`));
  expect(answers.map((answer) => answer?.status)).toEqual(answers.map(() => 201));
  expect(replies.map((answer) => answer?.status)).toEqual(replies.map(() => 202));
  await service.startEngine();
  const folios = answers.map(folioOf);
  await untilStarted(folios);
  const intakes = await service.store.intakes.find({ _id: { $in: folios } }).lean();
  const oldestFirst = intakes.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).map(({ _id }) => _id);
  const starts = await Promise.all(oldestFirst.map(startedAt));
  const means = Array.from({ length: starts.length / GROUP }, (_, group) =>
    mean(starts.slice(group * GROUP, (group + 1) * GROUP)),
  );
  expect(means).toHaveLength(5);
  expect(means).toEqual([...means].sort((a, b) => a - b));
}, 240_000);
