import { setTimeout as sleep } from 'node:timers/promises';
import { checkInvariants, lateness } from '../support/fault-invariants';
import type { FaultAnswer } from '../support/fault-person';
import type { FaultService } from '../support/fault-service';
import { askClient, register, type Cast } from '../support/fault-steps';
import { useFaultService } from '../support/use-fault-service';
import { waitUntil } from '../../tools/toolchain/wait-until';

let service: FaultService;
let cast: Cast;

useFaultService((started) => ({ service, cast } = started));

const ROUNDS = 24;
const WAIT_SECONDS = 4;
/** How long after its instant a closing may come while a worker runs: the engine's own grain and a busy machine. */
const LATE_MS = 15_000;

interface Round {
  folio: string;
  reply: FaultAnswer;
  commandId: string;
}

async function replyAt(folio: string, instant: number): Promise<Round> {
  const { client } = cast;
  const request = client.request('POST', `/tickets/${folio}/messages`, { body: 'Sigue pasando.' });
  await sleep(Math.max(0, instant - Date.now()));
  return { folio, reply: await client.insist(request), commandId: request.commandId };
}

/** Accepted means on the ticket, before any closing; refused means closed, and not on the ticket. */
async function allAgree({ folio, reply, commandId }: Round): Promise<'accepted' | 'refused'> {
  const { store } = service;
  const accepted = reply.status === 201 || reply.status === 202;
  if (!accepted) {
    expect(reply).toMatchObject({
      status: 409,
      body: { code: 'ticket_closed', followUp: { follows: folio } },
    });
  }
  const own = await store.events.find({ folio, commandId }).lean();
  expect(own.map(({ type }) => type)).toEqual(accepted ? ['message_posted'] : []);
  const closed = await store.events.findOne({ folio, type: 'closed' }).lean();
  if (accepted) expect(closed?.seq ?? Infinity).toBeGreaterThan(own[0]!.seq);
  else expect(closed).not.toBeNull();
  return accepted ? 'accepted' : 'refused';
}

test('a reply that races the deadline is on the ticket or refused, and everybody agrees which', async () => {
  await service.setWait(WAIT_SECONDS);
  const rounds = await Promise.all(
    Array.from({ length: ROUNDS }, async (_none, round) => {
      const folio = await register(cast);
      const due = await askClient(cast, folio);
      // From well before the instant to well after it, most of them around it.
      return replyAt(folio, due + (round - ROUNDS / 2) ** 3 / 4);
    }),
  );
  await checkInvariants(service, cast);
  const outcomes = await Promise.all(rounds.map(allAgree));
  expect(new Set(outcomes)).toEqual(new Set(['accepted', 'refused']));
  for (const [index, { folio }] of rounds.entries()) {
    const closed = await service.store.events.countDocuments({ folio, type: 'closed' });
    expect([folio, closed]).toEqual([folio, outcomes[index] === 'accepted' ? 0 : 1]);
    if (closed === 0) continue;
    const archived = await service.store.archive.findById(folio).lean();
    expect(lateness(archived!.ticket)).toBeLessThan(LATE_MS);
  }
}, 150_000);

test('a reply that races an agent’s closing is before it or refused, and everybody agrees which', async () => {
  await service.setWait(3_600);
  const folios = await Promise.all(Array.from({ length: ROUNDS }, () => register(cast)));
  const rounds = await Promise.all(
    folios.map(async (folio, round) => {
      const closing = cast.agent.request('PUT', `/tickets/${folio}/closure`, {
        reason: 'out_of_scope',
        message: 'Lo atiende otra área.',
      });
      const start = Date.now() + 50;
      const offset = (round - ROUNDS / 2) * 4;
      const [reply, closure] = await Promise.all([
        replyAt(folio, start + Math.max(0, offset)),
        sleep(50 + Math.max(0, -offset)).then(() => cast.agent.insist(closing)),
      ]);
      return { ...reply, closure };
    }),
  );
  await checkInvariants(service, cast);
  for (const round of rounds) {
    const outcome = await allAgree(round);
    const closed = await service.store.archive.countDocuments({ _id: round.folio });
    expect([round.closure.status, closed]).toEqual(round.closure.status === 200 ? [200, 1] : [409, 0]);
    if (outcome === 'refused') expect(round.closure.status).toBe(200);
    else if (round.closure.status === 409) expect(round.closure.body['code']).toBe('unread_reply');
  }
  await waitUntil('nothing sealed on an open ticket', 20_000, async () => {
    const open = rounds.filter(({ closure }) => closure.status !== 200).map(({ folio }) => folio);
    return (await service.store.inboxes.countDocuments({ _id: { $in: open }, sealed: { $type: 3 } })) === 0;
  });
}, 150_000);
