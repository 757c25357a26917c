import fc from 'fast-check';
import { CLOSURE_REASONS } from '../../../src/domain/classification/closure-reasons';
import { DomainError } from '../../../src/domain/domain-error';
import { assertAcceptable, decide } from '../../../src/domain/ticket/decide';
import type { TicketEvent } from '../../../src/domain/ticket/events';
import { evolve, fold } from '../../../src/domain/ticket/evolve';
import { aTicket, type TicketStory } from '../../support/ticket-builder';
import { assertLawful, assertSound, assertStory } from './model-laws';
import { play, type Move, type Play } from './model-play';

const RUNS = 500;

/** What the plays of this file came to: a law about what never happens proves nothing. */
const seen = new Set<string>();

test('no play brings a ticket into a forbidden state', () => {
  fc.assert(
    fc.property(play, (given) => {
      const story = begin(given);
      for (const move of given.moves) perform(story, move);
      assertStory(story.events);
      expect(fold(story.events)).toEqual(story.ticket);
    }),
    { numRuns: RUNS },
  );
});

test('the plays came to everything that a ticket can come to', () => {
  expect([...seen].sort()).toEqual(
    [
      ...EVENT_TYPES,
      ...CLOSURE_REASONS.map((reason) => `closed as ${reason}`),
      'refused',
      'refused when closed',
      'word given back by session_changed',
      'word given back by message_posted',
      'word given back by phone_call_recorded',
      'word given back by solution_retracted',
    ].sort(),
  );
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
  'mail_failed',
  'message_posted',
  'note_added',
  'participant_added',
  'participant_removed',
  'phone_call_recorded',
  'prioritized',
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

/** One move on frozen input: accepted whole and lawful, or refused without a trace. */
function perform(story: TicketStory, { pause, intent: intentOf, actor }: Move): void {
  const before = story.ticket;
  story.at(pause(before, story.now));
  const intent = freeze(intentOf(before, story.now));
  const context = freeze(story.contextFor(intent, actor));
  freeze(before);
  const refusal = refusalOf(() => assertAcceptable(before, intent, context));
  let events: TicketEvent[] = [];
  expect(refusalOf(() => (events = decide(before, intent, context)))).toBe(refusal);
  if (before.status === 'closed') expect(refusal).toBe('ticket_closed');
  if (refusal) seen.add(before.status === 'closed' ? 'refused when closed' : 'refused');
  expect(decideAgain(before, intent, context)).toEqual(events);
  freeze(events);
  for (const event of events) {
    const ticket = story.ticket;
    story.ticket = evolve(ticket, event);
    assertLawful(ticket, event, freeze(story.ticket), story);
    note(ticket, event, story);
  }
  story.events.push(...events);
  assertSound(story.ticket);
  if (events.length === 0) expect(story.ticket).toBe(before);
}

function decideAgain(...[ticket, intent, context]: Parameters<typeof decide>): TicketEvent[] {
  try {
    return decide(structuredClone(ticket), structuredClone(intent), structuredClone(context));
  } catch {
    return [];
  }
}

function note(before: TicketStory['ticket'], event: TicketEvent, { ticket }: TicketStory): void {
  seen.add(event.type);
  if (event.type === 'closed') seen.add(`closed as ${event.data.reason}`);
  if (before.status === 'waiting_client' && ticket.status === 'waiting_support') {
    seen.add(`word given back by ${event.type}`);
  }
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
