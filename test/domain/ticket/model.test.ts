import fc from 'fast-check';
import { CLOSURE_REASONS } from '../../../src/domain/classification/closure-reasons';
import { DomainError } from '../../../src/domain/domain-error';
import { assertAcceptable, decide } from '../../../src/domain/ticket/decide';
import type { TicketEvent } from '../../../src/domain/ticket/events';
import { evolve, fold } from '../../../src/domain/ticket/evolve';
import type { Ticket } from '../../../src/domain/ticket/ticket';
import { aTicket, type TicketStory } from '../../support/ticket-builder';
import { assertLawful, assertSound, assertStory } from './model-laws';
import { play, type Move, type Play } from './model-play';

const RUNS = 600;
/** Any will do that comes to everything. */
const SEED = 8;

test('no play brings a ticket into a forbidden state', () => {
  fc.assert(
    fc.property(play, (given) => void perform(given)),
    { numRuns: RUNS },
  );
});

test('the plays come to everything that a ticket can come to: a law about what never happens proves nothing', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(play, (given) => perform(given).forEach((sight) => seen.add(sight))),
    { numRuns: RUNS, seed: SEED },
  );
  const everything = [
    ...EVENT_TYPES,
    ...CLOSURE_REASONS.map((reason) => `closed as ${reason}`),
    ...['message_posted', 'phone_call_recorded', 'solution_retracted', 'session_changed'].map(
      (type) => `word given back by ${type}`,
    ),
    'refused',
    'refused when closed',
  ];
  expect([...seen].sort()).toEqual(everything.sort());
});

const EVENT_TYPES: readonly TicketEvent['type'][] = [
  'assigned',
  'assignment_requested',
  'attention_recorded',
  'categorized',
  'closed',
  'contact_corrected',
  'engine_cancel_ignored',
  'estimate_overrun',
  'first_attended',
  'incident_corrected',
  'incident_linked',
  'incident_unlinked',
  'mail_failed',
  'message_posted',
  'note_added',
  'participant_added',
  'participant_removed',
  'phone_call_recorded',
  'policy_migrated',
  'prioritized',
  'referral_updated',
  'referred',
  'reminder_sent',
  'requester_changed',
  'run_repaired',
  'session_changed',
  'solution_proposed',
  'solution_retracted',
  'split',
  'target_missed',
  'target_settled',
];

function begin({ calendar, policy, type, opening }: Play): TicketStory {
  const story = aTicket({
    calendar,
    policy,
    registration: { type },
    registeredAt: '2026-03-06T18:00:00.000Z',
  });
  switch (opening) {
    case 'registered':
      return story;
    case 'taken':
      return story.taken();
    case 'attended':
      return story.attended();
    case 'solved':
      return story.attended().solved();
    case 'held':
      return story.attended().solved().session({});
  }
}

/** Plays to the end, or a little beyond the closing: a few knocks at the door are enough. Answers what was seen. */
function perform(given: Play): Set<string> {
  const story = begin(given);
  const seen = new Set<string>();
  let knocks = 0;
  for (const move of given.moves) {
    if (story.ticket.status === 'closed' && ++knocks > 4) break;
    step(story, move, seen);
  }
  assertStory(story.events);
  expect(fold(story.events)).toEqual(story.ticket);
  return seen;
}

/** One move on frozen input: accepted whole and lawful, or refused without a trace. */
function step(story: TicketStory, { pause, intent: intentOf, actor }: Move, seen: Set<string>): void {
  const before = story.ticket;
  story.at(pause(before, story.now));
  const intent = freeze(intentOf(before, story.now));
  const context = freeze(story.contextFor(intent, actor));
  freeze(before);
  const refusal = refusalOf(() => assertAcceptable(before, intent, context));
  let events: TicketEvent[] = [];
  const decided = refusalOf(() => (events = decide(before, intent, context)));
  if (decided !== refusal) throw new Error(`Asked first ${refusal}, then ${decided}`);
  if (refusal) seen.add(before.status === 'closed' ? 'refused when closed' : 'refused');
  if (before.status === 'closed') expect(refusal).toBe('ticket_closed');
  else if (!refusal) expect(decide(before, intent, context)).toEqual(events);
  freeze(events);
  for (const event of events) {
    const ticket = story.ticket;
    story.ticket = evolve(ticket, event);
    story.holdTo(intent);
    assertLawful(ticket, event, freeze(story.ticket), story);
    sightsOf(ticket, event, story.ticket).forEach((sight) => seen.add(sight));
  }
  story.events.push(...events);
  assertSound(story.ticket);
}

function sightsOf(before: Ticket, event: TicketEvent, after: Ticket): string[] {
  const handedBack = before.status === 'waiting_client' && after.status === 'waiting_support';
  return [
    event.type,
    ...(event.type === 'closed' ? [`closed as ${event.data.reason}`] : []),
    ...(handedBack ? [`word given back by ${event.type}`] : []),
  ];
}

function refusalOf(attempt: () => unknown): string | null {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
