import { checkInvariants } from '../support/fault-invariants';
import type { FaultAnswer, FaultPerson, Request } from '../support/fault-person';
import type { FaultService } from '../support/fault-service';
import { aRegistration, register, type Cast } from '../support/fault-steps';
import { useFaultService } from '../support/use-fault-service';

let service: FaultService;
let cast: Cast;

useFaultService((started) => ({ service, cast } = started));

const REQUESTS = 90;
const CALLERS = 6;

test('a MongoDB killed in a burst keeps what was acknowledged and refuses the rest honestly', async () => {
  const known = await register(cast);
  const { client, agent } = cast;
  const kinds: (() => { who: FaultPerson; request: Request })[] = [
    () => ({ who: client, request: client.request('POST', '/tickets', aRegistration('En la ráfaga')) }),
    () => ({ who: client, request: client.request('POST', `/tickets/${known}/messages`, { body: 'Hola' }) }),
    () => ({ who: agent, request: agent.request('POST', `/tickets/${known}/notes`, { body: 'Nota' }) }),
  ];
  const asked = Array.from({ length: REQUESTS }, (_none, index) => kinds[index % kinds.length]!());
  const answers: (FaultAnswer | null)[] = [];
  let next = 0;
  let killed: Promise<void> | undefined;
  const caller = async (): Promise<void> => {
    while (next < asked.length) {
      const { who, request } = asked[next++]!;
      answers.push(await who.send(request));
      if (answers.length >= REQUESTS / 3) killed ??= service.killMongo();
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  await killed;
  const statuses = new Set(answers.map((answer) => answer?.status));
  expect([...statuses].filter((status) => ![201, 202, 503].includes(status ?? 0))).toEqual([]);
  expect(statuses).toContain(503);

  await service.startMongo();
  const repeated = await Promise.all(asked.map(({ who, request }) => who.insist(request)));
  expect(repeated.filter(({ status }) => status !== 201 && status !== 202)).toEqual([]);
  await checkInvariants(service, cast);
  for (const { request } of asked)
    expect(await service.store.events.countDocuments({ commandId: request.commandId })).toBe(1);
}, 200_000);
