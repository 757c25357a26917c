import { isClientSide } from '../../../src/domain/actor';
import { answerTimes } from '../../../src/activities/deadlines';
import { deadline, elapsed } from '../../../src/domain/business-time';
import { epochMs } from '../../../src/domain/instant';
import { typeRule } from '../../../src/domain/policy/support-policy';
import {
  explanationIn,
  isClientVisible,
  type EventType,
  type TicketEvent,
} from '../../../src/domain/ticket/events';
import {
  isHeldBySession,
  type Milestones,
  type Target,
  type Ticket,
  type Waiting,
} from '../../../src/domain/ticket/ticket';
import type { TicketStory } from '../../support/ticket-builder';

/** What may give the word back to support, and nothing else. */
const GIVES_WORD_BACK: readonly EventType[] = [
  'message_posted',
  'phone_call_recorded',
  'solution_retracted',
  'session_changed',
];

const RESOLVING: ReadonlySet<string | undefined> = new Set(['resolved', 'accepted', 'no_client_response']);

/** States that must not be, whatever happened before. */
export function assertSound(ticket: Ticket): void {
  const { status, waiting, closure, milestones, targets, outcomes, participantIds } = ticket;
  const attended = outcomes.filter(({ target }) => target === 'first_attention').length;
  law((waiting !== null) === (status === 'waiting_client'), 'a ticket waits exactly when its state says so');
  law((closure !== null) === (status === 'closed'), 'a ticket has a closure exactly when it is closed');
  law(ticket.clientVersion <= ticket.version, 'a client sees no version that there is not');
  if (waiting) assertWaiting(waiting, isHeldBySession(ticket));
  if (milestones.firstAttention) {
    law(ticket.clientAnswered, 'the first attention answers the client');
    law(milestones.assigned !== null, 'the first attention has an assignee');
    law(ticket.attention !== null, 'the first attention has its points');
    law(targets.firstAttention === null, 'an attended ticket owes no first attention');
  }
  if (milestones.resolved) law(RESOLVING.has(closure?.reason), 'only what was attended is resolved');
  law((milestones.prioritized !== null) === (ticket.priority !== null), 'a priority has its milestone');
  law((milestones.assigned !== null) === (ticket.assigneeId !== null), 'an assignee has a milestone');
  law(
    attended === (targets.firstAttention ? 0 : 1),
    'the first attention has one outcome, once it is settled',
  );
  law(
    outcomes.every(({ businessMinutes }) => businessMinutes >= 0),
    'time does not run backwards',
  );
  law(!participantIds.includes(ticket.requesterId), 'nobody is requester and participant');
  law(new Set(participantIds).size === participantIds.length, 'nobody is on a ticket twice');
  if (status === 'closed') law(!targets.firstAttention && !targets.nextReply, 'a closed ticket owes nothing');
}

function assertWaiting({ since, autoCloseAt, reminders }: Waiting, held: boolean): void {
  law(autoCloseAt > since, 'a wait takes time');
  for (const { at } of reminders) law(at >= since && at <= autoCloseAt, 'a reminder lies within the wait');
  law(!held || reminders.length === 0, 'nobody is reminded of a closing that a session holds');
}

/** What one event may do to the ticket. */
export function assertLawful(before: Ticket, event: TicketEvent, after: Ticket, story: TicketStory): void {
  law(event.seq === before.version + 1, 'events count without gaps');
  law(before.status !== 'closed', 'a closed ticket never changes');
  const seenByClient = isClientVisible(event) ? event.seq : before.clientVersion;
  law(after.clientVersion === seenByClient, "a client's version moves with what they see only");
  for (const milestone of Object.keys(before.milestones) as (keyof Milestones)[]) {
    law(!before.milestones[milestone] || after.milestones[milestone] !== null, 'a milestone stays reached');
  }
  if (before.status === 'waiting_client' && after.status === 'waiting_support') {
    law(GIVES_WORD_BACK.includes(event.type), `the word is not given back by ${event.type}`);
    law(event.type !== 'message_posted' || isClientSide(event.actor), "an agent's message stops no clock");
    law(after.targets.nextReply !== null, 'who gets the word owes the next reply');
  }
  law(after.status !== 'closed' || event.type === 'closed', `${event.type} closes nothing`);
  assertWait(before, event, after, story);
  assertTargets(before, event, after, story);
  if (event.type === 'solution_proposed') assertSolvable(before);
  if (event.type === 'reminder_sent') assertReminder(before, event);
  assertIncident(before, event, after);
  if (event.type === 'closed') assertClosing(before, event, after);
}

/** Each entry counts its full hours in business time, and only an entry moves the closing. */
function assertWait(before: Ticket, event: TicketEvent, after: Ticket, story: TicketStory): void {
  const { policy, calendar } = story;
  if (event.type === 'policy_migrated') {
    assertMigrated(before, event, after, story);
    return;
  }
  const entry =
    event.type === 'solution_proposed' || (event.type === 'message_posted' && event.data.wait !== null);
  if (!entry) {
    const { waiting } = after;
    const moved =
      waiting?.autoCloseAt !== before.waiting?.autoCloseAt || waiting?.since !== before.waiting?.since;
    law(waiting === null || !moved, `${event.type} moves no closing`);
    return;
  }
  expect(isClientSide(event.actor)).toBe(false);
  expect(after.status).toBe('waiting_client');
  const { since, autoCloseAt } = after.waiting!;
  expect(since).toBe(event.at);
  expect(elapsed(epochMs(since), epochMs(autoCloseAt), calendar)).toBe(policy.waitingClientHours * 3_600_000);
}

/** Other rules begin and end no wait; they count it from where it began, unless it would be over. */
function assertMigrated(
  before: Ticket,
  { at, data }: Extract<TicketEvent, { type: 'policy_migrated' }>,
  after: Ticket,
  { policy, calendar }: TicketStory,
): void {
  expect(after).toMatchObject(data.after);
  expect(after.status).toBe(before.status);
  if (!before.waiting) return;
  const { since, autoCloseAt, reminders } = after.waiting!;
  const hours = policy.waitingClientHours;
  law(autoCloseAt > at, 'other rules close nothing at once');
  law(
    reminders.every((reminder) => reminder.at > at),
    'nobody is reminded of an hour that has passed',
  );
  expect(elapsed(epochMs(since), epochMs(autoCloseAt), calendar)).toBe(hours * 3_600_000);
  if (since === before.waiting.since) return;
  expect(since).toBe(at);
  law(
    deadline(epochMs(before.waiting.since), hours, calendar) <= epochMs(at),
    'only what is over begins anew',
  );
}

function assertTargets(before: Ticket, event: TicketEvent, after: Ticket, story: TicketStory): void {
  const { policy, calendar } = story;
  const usual = typeRule(policy, after.type)?.defaultPriority ?? 'medium';
  const { firstAttentionHours, nextReplyHours } = policy.targets[after.priority ?? usual];
  const opened = before.targets.nextReply === null && after.targets.nextReply !== null;
  const counted = event.type === 'prioritized' || event.type === 'policy_migrated';
  if (opened || counted) assertDue(after.targets.nextReply, nextReplyHours, story);
  if (counted) assertDue(after.targets.firstAttention, firstAttentionHours, story);
  // Words still unanswered keep the clock that they started.
  if (before.targets.nextReply && after.targets.nextReply) {
    expect(after.targets.nextReply.since).toBe(before.targets.nextReply.since);
  }
  if (event.type === 'target_missed') expect(event.at >= event.data.dueAt).toBe(true);
  if (event.type !== 'target_settled') return;
  const open =
    event.data.target === 'first_attention' ? before.targets.firstAttention : before.targets.nextReply;
  const { minutes } = answerTimes(calendar, { spans: { span: { from: open!.since, to: event.at } } });
  expect(event.data).toEqual({
    target: event.data.target,
    dueAt: open!.dueAt,
    met: event.at <= open!.dueAt,
    businessMinutes: minutes['span'],
  });
}

function assertDue(target: Target | null, hours: number, { calendar }: TicketStory): void {
  if (!target) return;
  const { dues } = answerTimes(calendar, { dues: { due: { from: target.since, hours } } });
  expect(target.dueAt).toBe(dues['due']);
}

/** A ticket is part of one incident at most, and nothing but its own two events moves it. */
function assertIncident(before: Ticket, event: TicketEvent, after: Ticket): void {
  const [was, is] = [before.generalIncident?.id, after.generalIncident?.id];
  switch (event.type) {
    case 'incident_linked':
      law(
        was === undefined && is === event.data.incidentId,
        'only a free ticket becomes part of an incident',
      );
      return;
    case 'incident_unlinked':
      law(was === event.data.incidentId && is === undefined, 'a ticket leaves the incident it is part of');
      return;
    default:
      law(was === is, `${event.type} moves no ticket between incidents`);
  }
}

function assertSolvable({ milestones }: Ticket): void {
  const { categorized, prioritized, assigned, firstAttention } = milestones;
  expect([categorized, prioritized, assigned, firstAttention]).not.toContain(null);
}

function assertReminder(before: Ticket, event: Extract<TicketEvent, { type: 'reminder_sent' }>): void {
  const planned = before.waiting?.reminders.find(({ hours }) => hours === event.data.hours);
  expect(planned && planned.at <= event.at).toBe(true);
  expect(event.data.autoCloseAt).toBe(before.waiting?.autoCloseAt);
}

function assertClosing(
  before: Ticket,
  { data, actor, at }: Extract<TicketEvent, { type: 'closed' }>,
  after: Ticket,
): void {
  const { reason, dueAt } = data;
  expect(before.remoteSessions.some(({ holds }) => holds)).toBe(false);
  expect(after.closure).toEqual({ ...data, at, by: actor });
  expect(dueAt !== null).toBe(reason === 'no_client_response');
  if (reason === 'resolved') assertSolvable(before);
  if (reason === 'accepted') expect(before.solution).not.toBeNull();
  if (reason === 'duplicate') expect(data.duplicateOf).not.toBe(before.folio);
  if (reason === 'no_client_response') {
    expect(dueAt).toBe(before.waiting?.autoCloseAt);
    expect(at >= dueAt!).toBe(true);
  }
  const byClient = reason === 'accepted' || reason === 'withdrawn';
  const bySystem = reason === 'no_client_response';
  // A split has no command of its own to close with; whoever splits closes.
  if (reason !== 'split' && reason !== 'out_of_scope') {
    expect({ client: isClientSide(actor), system: actor.role === 'system' }).toEqual({
      client: byClient,
      system: bySystem,
    });
  }
  if (['resolved', 'out_of_scope', 'duplicate'].includes(reason)) expect(data.message).toBeTruthy();
}

/** As `expect`, which is too slow for what is asked a hundred thousand times. */
function law(holds: boolean, name: string): void {
  if (!holds) throw new Error(`Broken: ${name}`);
}

/** At most one of each reminder in each wait; exactly one end. */
export function assertStory(events: readonly TicketEvent[]): void {
  let sent = new Set<number>();
  for (const event of events) {
    if (explanationIn(event)) sent = new Set();
    if (event.type !== 'reminder_sent') continue;
    expect(sent.has(event.data.hours)).toBe(false);
    sent.add(event.data.hours);
  }
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
  const closings = events.filter(({ type }) => type === 'closed');
  expect(closings).toHaveLength(events.at(-1)?.type === 'closed' ? 1 : 0);
}
