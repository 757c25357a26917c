import { checkInvariants } from '../support/fault-invariants';
import type { HoldPoint } from '../support/fault-gate';
import type { FaultAnswer, FaultPerson, Request } from '../support/fault-person';
import type { FaultService } from '../support/fault-service';
import { aRegistration, register, type Cast } from '../support/fault-steps';
import { useFaultService } from '../support/use-fault-service';

let service: FaultService;
let cast: Cast;

useFaultService((started) => ({ service, cast } = started));

/** The API dies at the remembered answer, just before it is written or just after: the caller hears nothing. */
async function answerLost(who: FaultPerson, request: Request, point: HoldPoint): Promise<FaultAnswer> {
  const held = service.gates.api.hold('insert', 'answers', point);
  const first = who.send(request);
  await held;
  await service.killApi();
  expect(await first).toBeNull();
  await service.startApi();
  return who.insist(request);
}

describe.each<HoldPoint>(['before', 'after'])('an API killed %s its answer is remembered', (point) => {
  afterEach(() => checkInvariants(service, cast));

  test('has registered the ticket: repeated, it is that one', async () => {
    const { client } = cast;
    const request = client.request('POST', '/tickets', aRegistration());
    const answer = await answerLost(client, request, point);
    expect(answer.status).toBe(201);
    expect(await client.insist(request)).toEqual(answer);
    const registered = await service.store.intakes.find({ commandId: request.commandId }).lean();
    expect(registered.map(({ _id }) => _id)).toEqual([answer.body['folio']]);
  }, 90_000);

  test('has carried out the command: repeated, it is done once', async () => {
    const { agent } = cast;
    const folio = await register(cast);
    const request = agent.request('POST', `/tickets/${folio}/notes`, { body: 'Se revisa con el equipo.' });
    const answer = await answerLost(agent, request, point);
    expect(answer.status).toBe(201);
    expect(await agent.insist(request)).toEqual(answer);
    expect(await service.store.events.countDocuments({ folio, type: 'note_added' })).toBe(1);
  }, 90_000);

  test('has accepted the reply: repeated, it is there once', async () => {
    const { client } = cast;
    const folio = await register(cast);
    const request = client.request('POST', `/tickets/${folio}/messages`, { body: 'Otra cosa más.' });
    const answer = await answerLost(client, request, point);
    expect([201, 202]).toContain(answer.status);
    expect(await client.insist(request)).toEqual(answer);
    await checkInvariants(service, cast);
    expect(await service.store.events.countDocuments({ folio, type: 'message_posted' })).toBe(1);
  }, 90_000);
});
