import { AGENT } from '../../support/registration';
import { aTicket, sixPoints } from '../../support/ticket-builder';

test('the first attention needs an assignee and nothing else', () => {
  const story = aTicket();
  expect(story.refusal('attend', sixPoints())).toBe('assignee_required');
  expect(story.taken().step('attend', sixPoints()).types).toEqual(['attention_recorded']);
});

test('with a message in the same command the milestone counts at once', () => {
  const story = aTicket()
    .taken()
    .step('attend', sixPoints({ message: 'Ya lo revisamos.' }));
  expect(story.types).toEqual(['attention_recorded', 'message_posted', 'first_attended', 'target_settled']);
  expect(story.ticket.milestones.firstAttention).toEqual({ at: story.now, by: AGENT });
});

test('points first, message later: the milestone counts with the message', () => {
  const story = aTicket().taken().step('attend', sixPoints());
  expect(story.ticket.milestones.firstAttention).toBeNull();
  story.after({ minutes: 5 }).said('Ya lo revisamos.');
  expect(story.ticket.milestones.firstAttention?.at).toBe(story.now);
});

test('message first, points later: the milestone counts with the points', () => {
  const story = aTicket().taken().said('Buenos días, lo revisamos.');
  expect(story.ticket.milestones.firstAttention).toBeNull();
  story.after({ minutes: 5 }).step('attend', sixPoints());
  expect(story.ticket.milestones.firstAttention?.at).toBe(story.now);
});

test('a question is often how the first attention begins, and answers the client', () => {
  const story = aTicket().taken().asked().step('attend', sixPoints());
  expect(story.types).toContain('first_attended');
  expect(story.ticket.status).toBe('waiting_client');
});

test.each(['no_answer', 'answered'] as const)(
  'a call with %s decides whether the client was answered',
  (outcome) => {
    const story = aTicket().taken().step('attend', sixPoints());
    story.step('recordPhoneCall', {
      at: story.now,
      minutes: 4,
      number: '5555550101',
      summary: 'Llamada',
      outcome,
    });
    expect(story.ticket.milestones.firstAttention !== null).toBe(outcome === 'answered');
  },
);

test("the client's own message does not answer the client", () => {
  const story = aTicket().taken().step('attend', sixPoints()).replied();
  expect(story.ticket.milestones.firstAttention).toBeNull();
});

test.each([
  ['the nature', { nature: ' ' }],
  ['the priority', { priorityConfirmed: false }],
  ['the contact data', { contactConfirmed: false }],
  ['the history', { historyReviewed: false }],
  ['the possible solutions', { possibleSolutions: [] }],
  ['the responsibilities', { responsibilities: '' }],
])('without %s the milestone does not count, and with it later it does', (_point, missing) => {
  const story = aTicket().taken();
  story.step('attend', sixPoints({ message: 'Ya lo revisamos.', ...missing }));
  expect(story.ticket.milestones.firstAttention).toBeNull();
  expect(story.step('attend', sixPoints()).ticket.milestones.firstAttention).not.toBeNull();
});

test('the milestone counts once, and points recorded again do not erase it', () => {
  const story = aTicket().attended();
  const first = story.ticket.milestones.firstAttention;
  story.after({ hours: 1 }).step('attend', sixPoints({ historyReviewed: false, message: 'Un dato más.' }));
  expect(story.ticket.milestones.firstAttention).toEqual(first);
  expect(story.types).not.toContain('first_attended');
});

test.each([['impact'], ['urgency']])('%s alone does not classify', (given) => {
  const half = given === 'impact' ? { impact: 'one_user' as const } : { urgency: 'degraded' as const };
  expect(aTicket().taken().refusal('attend', sixPoints(half))).toBe('invalid_command');
});

test('an unknown type refuses the whole attention', () => {
  expect(
    aTicket()
      .taken()
      .refusal('attend', sixPoints({ type: 'nothing_of_ours' })),
  ).toBe('unknown_type');
});

test('the longest estimate is shown to the client as an instant in business time', () => {
  const possibleSolutions = [
    { summary: 'Recalcular', estimatedMinutes: 30 },
    { summary: 'Corregir el reporte', estimatedMinutes: 90 },
  ];
  const story = aTicket().taken().step('attend', sixPoints({ possibleSolutions }));
  expect(story.ticket.estimate).toEqual({ dueAt: '2026-11-24T13:30:00.000Z', overrun: false });
});

test('the first attention is measured against the priority that it sets itself', () => {
  const story = aTicket().taken().after({ hours: 8 });
  story.step(
    'attend',
    sixPoints({ impact: 'many_users', urgency: 'business_stopped', message: 'Lo vemos.' }),
  );
  expect(story.dataOf('target_settled')).toEqual({
    target: 'first_attention',
    dueAt: '2026-11-24T13:00:00.000Z',
    met: false,
    businessMinutes: 480,
  });
});

test('a lower priority set by the first attention gives the time that belongs to it', () => {
  const story = aTicket().taken().after({ hours: 10 });
  story.step('attend', sixPoints({ impact: 'minimal', urgency: 'can_wait', message: 'Lo vemos.' }));
  expect(story.dataOf('target_settled')).toMatchObject({ met: true, dueAt: '2026-11-25T06:00:00.000Z' });
});
