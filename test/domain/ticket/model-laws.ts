import { isClientSide } from '../../../src/domain/actor';
import { answerTimes } from '../../../src/activities/deadlines';
import { elapsed } from '../../../src/domain/business-time';
import { epochMs } from '../../../src/domain/instant';
import { typeRule } from '../../../src/domain/policy/support-policy';
import { isClientVisible, type EventType, type TicketEvent } from '../../../src/domain/ticket/events';
import type { Milestones, Target, Ticket } from '../../../src/domain/ticket/ticket';
import type { TicketStory } from '../../support/ticket-builder';

/** What may give the word back to support, and nothing else. */
const GIVES_WORD_BACK: readonly EventType[] = [
  'message_posted',
  'phone_call_recorded',
  'solution_retracted',
  'session_changed',
];

/** States that must not be, whatever happened before. */
export function assertSound(ticket: Ticket): void {
  const { status, waiting, closure, milestones, targets, outcomes } = ticket;
  expect(waiting !== null).toBe(status === 'waiting_client');
  expect(closure !== null).toBe(status === 'closed');
  expect(ticket.clientVersion).toBeLessThanOrEqual(ticket.version);
  if (waiting) {
    expect(waiting.autoCloseAt > waiting.since).toBe(true);
    for (const { at } of waiting.reminders)
      expect(at >= waiting.since && at <= waiting.autoCloseAt).toBe(true);
    if (ticket.remoteSessions.some(({ holds }) => holds)) expect(waiting.reminders).toEqual([]);
  }
  if (milestones.firstAttention) {
    expect(ticket.clientAnswered).toBe(true);
    expect(milestones.assigned).not.toBeNull();
    expect(ticket.attention).not.toBeNull();
  }
  if (milestones.resolved) expect(['resolved', 'accepted', 'no_client_response']).toContain(closure?.reason);
  expect(milestones.prioritized !== null).toBe(ticket.priority !== null);
  expect(milestones.assigned !== null).toBe(ticket.assigneeId !== null);
  expect(milestones.firstAttention !== null && targets.firstAttention !== null).toBe(false);
  expect(outcomes.filter(({ target }) => target === 'first_attention')).toHaveLength(
    targets.firstAttention === null ? 1 : 0,
  );
  for (const { businessMinutes } of outcomes) expect(businessMinutes).toBeGreaterThanOrEqual(0);
  expect(ticket.participantIds).not.toContain(ticket.requesterId);
  expect(new Set(ticket.participantIds).size).toBe(ticket.participantIds.length);
  if (status === 'closed') expect(targets).toEqual({ firstAttention: null, nextReply: null });
}

/** What one event may do to the ticket. */
export function assertLawful(before: Ticket, event: TicketEvent, after: Ticket, story: TicketStory): void {
  expect(event.seq).toBe(before.version + 1);
  expect(before.status).not.toBe('closed');
  expect(after.clientVersion).toBe(isClientVisible(event) ? event.seq : before.clientVersion);
  for (const milestone of Object.keys(before.milestones) as (keyof Milestones)[]) {
    if (before.milestones[milestone]) expect(after.milestones[milestone]).not.toBeNull();
  }
  if (before.status === 'waiting_client' && after.status === 'waiting_support') {
    expect(GIVES_WORD_BACK).toContain(event.type);
    if (event.type === 'message_posted') expect(isClientSide(event.actor)).toBe(true);
    expect(after.targets.nextReply).not.toBeNull();
  }
  if (before.status !== 'closed' && after.status === 'closed') expect(event.type).toBe('closed');
  assertWait(before, event, after, story);
  assertTargets(before, event, after, story);
  if (event.type === 'solution_proposed') assertSolvable(before);
  if (event.type === 'reminder_sent') assertReminder(before, event);
  if (event.type === 'closed') assertClosing(before, event, after);
}

/** Each entry counts its full hours in business time, and only an entry moves the closing. */
function assertWait(
  before: Ticket,
  event: TicketEvent,
  after: Ticket,
  { policy, calendar }: TicketStory,
): void {
  const entry =
    event.type === 'solution_proposed' || (event.type === 'message_posted' && event.data.wait !== null);
  if (!entry) {
    if (after.waiting)
      expect(after.waiting).toMatchObject({
        since: before.waiting?.since,
        autoCloseAt: before.waiting?.autoCloseAt,
      });
    return;
  }
  expect(isClientSide(event.actor)).toBe(false);
  expect(after.status).toBe('waiting_client');
  const { since, autoCloseAt } = after.waiting!;
  expect(since).toBe(event.at);
  expect(elapsed(epochMs(since), epochMs(autoCloseAt), calendar)).toBe(policy.waitingClientHours * 3_600_000);
}

function assertTargets(before: Ticket, event: TicketEvent, after: Ticket, story: TicketStory): void {
  const { policy, calendar } = story;
  const usual = typeRule(policy, after.type)?.defaultPriority ?? 'medium';
  const { firstAttentionHours, nextReplyHours } = policy.targets[after.priority ?? usual];
  const opened = before.targets.nextReply === null && after.targets.nextReply !== null;
  if (opened || event.type === 'prioritized') assertDue(after.targets.nextReply, nextReplyHours, story);
  if (event.type === 'prioritized') assertDue(after.targets.firstAttention, firstAttentionHours, story);
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
  switch (reason) {
    case 'resolved':
      assertSolvable(before);
      break;
    case 'accepted':
      expect(before.solution).not.toBeNull();
      break;
    case 'no_client_response':
      expect(dueAt).toBe(before.waiting?.autoCloseAt);
      expect(at >= dueAt!).toBe(true);
      break;
    case 'duplicate':
      expect(data.duplicateOf).not.toBe(before.folio);
      break;
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

/** At most one of each reminder in each wait; exactly one end. */
export function assertStory(events: readonly TicketEvent[]): void {
  let sent = new Set<number>();
  for (const event of events) {
    if (event.type === 'solution_proposed' || (event.type === 'message_posted' && event.data.wait))
      sent = new Set();
    if (event.type !== 'reminder_sent') continue;
    expect(sent.has(event.data.hours)).toBe(false);
    sent.add(event.data.hours);
  }
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
  const closings = events.filter(({ type }) => type === 'closed');
  expect(closings).toHaveLength(events.at(-1)?.type === 'closed' ? 1 : 0);
}
