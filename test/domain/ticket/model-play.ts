import fc from 'fast-check';
import { SYSTEM, type Actor } from '../../../src/domain/actor';
import { WEEKDAYS, type VersionedCalendar } from '../../../src/domain/calendar';
import { CLOSURE_REASONS, ORIGINS } from '../../../src/domain/classification/closure-reasons';
import { IMPACTS, PRIORITIES, URGENCIES } from '../../../src/domain/classification/priority';
import { DEFAULT_CALENDAR } from '../../../src/domain/default-calendar';
import { epochMs, instantAt, type Instant } from '../../../src/domain/instant';
import { DEFAULT_SUPPORT_POLICY } from '../../../src/domain/policy/default-support-policy';
import type { SupportPolicy } from '../../../src/domain/policy/support-policy';
import type { Intent } from '../../../src/domain/ticket/commands';
import type { Ticket } from '../../../src/domain/ticket/ticket';
import { AGENT, ALWAYS_OPEN, CLIENT } from '../../support/registration';
import { CLIENT_ADMIN, COLLEAGUE, sixPoints, STRANGER, SUPERVISOR } from '../../support/ticket-builder';

/** One step of a random story. What depends on the ticket is settled when its turn comes. */
export interface Move {
  pause: (ticket: Ticket, now: Instant) => Instant;
  intent: (ticket: Ticket, now: Instant) => Intent;
  actor: Actor;
}

/** A random story, with the rules that are pinned on its ticket. */
export interface Play {
  calendar: VersionedCalendar;
  policy: Partial<SupportPolicy>;
  type: string;
  opening: 'registered' | 'taken' | 'attended' | 'solved' | 'held';
  moves: Move[];
}

const MINUTE = 60_000;
const TYPES = [
  'technical_problem',
  'service_interruption',
  'question',
  'usability',
  'nothing_of_ours',
] as const;
const CLIENTS: readonly Actor[] = [CLIENT, COLLEAGUE, CLIENT_ADMIN, STRANGER];
const EVERYBODY: readonly Actor[] = [...CLIENTS, AGENT, SUPERVISOR, SYSTEM];

const later = (now: Instant, ms: number): Instant => instantAt(epochMs(now) + Math.max(0, ms));
const text = fc.constantFrom('Uno', 'Dos', 'Tres');
const type = fc.constantFrom(...TYPES);
const client = fc.constantFrom(CLIENT.id, COLLEAGUE.id, STRANGER.id);
const incident = fc.constantFrom('incident-1', 'incident-2');
const agent = fc.constantFrom(AGENT.id, 'agent-2');
const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

/** An instant around `now`: a little before, now, or a little after. */
type Around = (now: Instant) => Instant;
const around: fc.Arbitrary<Around> = fc
  .constantFrom(-90, -1, 0, 0, 0, 1)
  .map((minutes) => (now) => instantAt(epochMs(now) + minutes * MINUTE));
const before: fc.Arbitrary<Around> = fc
  .constantFrom(-90, -1, 0)
  .map((minutes) => (now) => instantAt(epochMs(now) + minutes * MINUTE));

/** Time passes at random, or to the brink of something that the ticket waits for, or just beyond. */
const pause: fc.Arbitrary<Move['pause']> = fc.oneof(
  { weight: 3, arbitrary: fc.constant((_ticket: Ticket, now: Instant) => now) },
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: 1, max: 30 * 60 })
      .map((minutes) => (_ticket: Ticket, now: Instant) => later(now, minutes * MINUTE)),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(0, 1, 2, 3), fc.constantFrom(-1, 0, 1, 5 * MINUTE))
      .map(([which, ms]) => (ticket: Ticket, now: Instant) => {
        const { waiting, targets, estimate } = ticket;
        const ahead = [
          ...(waiting ? [...waiting.reminders.map(({ at }) => at), waiting.autoCloseAt] : []),
          ...[targets.firstAttention, targets.nextReply, estimate].flatMap((open) =>
            open ? [open.dueAt] : [],
          ),
        ];
        const goal = ahead[which % Math.max(1, ahead.length)];
        return goal === undefined ? now : later(now, epochMs(goal) + ms - epochMs(now));
      }),
  },
);

type Say = fc.Arbitrary<Move['intent']>;
const say = (arbitrary: fc.Arbitrary<Intent>): Say => arbitrary.map((intent) => () => intent);
const named = <N extends Intent['name']>(
  name: N,
  data: fc.Arbitrary<Extract<Intent, { name: N }>['data']>,
): Say => say(data.map((given) => ({ name, data: given }) as Intent));
const timed = <N extends Intent['name'], G>(
  name: N,
  given: fc.Arbitrary<G>,
  data: (given: G, now: Instant, ticket: Ticket) => Extract<Intent, { name: N }>['data'],
): Say => given.map((some) => (ticket, now) => ({ name, data: data(some, now, ticket) }) as Intent);

const points = fc
  .record({
    complete: fc.boolean(),
    minutes: fc.integer({ min: 1, max: 600 }),
    message: sometimes(text),
    type: sometimes(type),
  })
  .chain(({ complete, minutes, ...given }) =>
    fc
      .record({
        impact: sometimes(fc.constantFrom(...IMPACTS)),
        urgency: sometimes(fc.constantFrom(...URGENCIES)),
      })
      .map((grade) =>
        sixPoints({
          historyReviewed: complete,
          possibleSolutions: [{ summary: 'Una', estimatedMinutes: minutes }],
          ...defined(given),
          ...defined(grade),
        }),
      ),
  );

const hours = fc.constantFrom(
  [],
  [{ from: '09:00', to: '18:00' }],
  [{ from: '00:00', to: '24:00' }],
  [
    { from: '08:00', to: '13:00' },
    { from: '16:00', to: '24:00' },
  ],
);
const calendar: fc.Arbitrary<VersionedCalendar> = fc.oneof(
  fc.constantFrom(ALWAYS_OPEN, DEFAULT_CALENDAR),
  fc
    .record({
      timeZone: fc.constantFrom('America/Mexico_City', 'America/Tijuana', 'Europe/Madrid', 'UTC'),
      days: fc.tuple(...WEEKDAYS.map(() => hours)),
      holidays: fc.constantFrom<Record<string, string>>(
        {},
        { '2026-03-09': 'Descanso', '2026-03-12': 'Descanso' },
      ),
    })
    .filter(({ days }) => days.some((day) => day.length > 0))
    .map(({ timeZone, days, holidays }): VersionedCalendar => ({
      id: 'random',
      version: 1,
      timeZone,
      weekly: Object.fromEntries(WEEKDAYS.map((day, index) => [day, days[index]])) as never,
      holidays,
      exceptions: {},
    })),
);

const rules: fc.Arbitrary<Pick<SupportPolicy, 'waitingClientHours' | 'reminderHours'>> = fc.record({
  waitingClientHours: fc.constantFrom(0.5, 4, 25, 48),
  reminderHours: fc.constantFrom([24, 4], [4], []),
});

const migration: Say = named(
  'migratePolicy',
  fc
    .record({ calendar, rules, version: fc.constantFrom(1, 2, 3), reason: text })
    .map(({ rules: given, version, reason, ...other }) => ({
      calendar: other.calendar,
      policy: { ...DEFAULT_SUPPORT_POLICY, ...given, version },
      reason,
    })),
);

/** What agents do, what clients do, and what nobody may do. */
const COMMANDS: readonly Say[] = [
  named('categorize', fc.record({ type })),
  named(
    'prioritize',
    fc
      .record({
        impact: fc.constantFrom(...IMPACTS),
        urgency: fc.constantFrom(...URGENCIES),
        priority: sometimes(fc.constantFrom(...PRIORITIES)),
        reason: sometimes(text),
      })
      .map(defined),
  ),
  named('assign', fc.record({ agentId: agent })),
  named('requestAssignment', fc.constant({})),
  named('attend', points),
  named('attend', fc.constant(sixPoints({ message: 'Lo vemos.' }))),
  named(
    'correctContact',
    fc.constant({ contact: { name: 'Ana', email: 'ana@optica-demo.test', phone: '5555550102' } }),
  ),
  timed('correctIncident', around, (at, now) => ({ incidentAt: at(now), description: 'Corregido' })),
  named('postMessage', fc.record({ body: text, awaitsClient: fc.boolean() })),
  named('postMessage', fc.record({ body: text, awaitsClient: fc.constant(true) })),
  named('addNote', fc.record({ body: text })),
  timed(
    'recordPhoneCall',
    fc.tuple(around, fc.constantFrom('answered' as const, 'no_answer' as const), fc.boolean()),
    ([at, outcome, clientReplied], now) => ({
      at: at(now),
      minutes: 5,
      number: '5555550101',
      summary: 'Llamada',
      outcome,
      clientReplied,
    }),
  ),
  named(
    'proposeSolution',
    fc.record({ summary: text, origin: sometimes(fc.constantFrom(...ORIGINS)) }).map(defined),
  ),
  named('proposeSolution', fc.record({ summary: text })),
  named('retract', fc.record({ reason: text })),
  timed(
    'split',
    fc.tuple(fc.array(fc.record({ subject: text, description: text, type }), { maxLength: 3 }), fc.boolean()),
    ([parts, keepOriginal]) => ({ parts, keepOriginal }),
  ),
  named('refer', fc.record({ description: text, keepOpen: fc.boolean() })),
  named('updateReferral', fc.record({ reference: text })),
  named('addParticipant', fc.record({ clientId: client })),
  named('removeParticipant', fc.record({ clientId: client })),
  named('changeRequester', fc.record({ clientId: client })),
  named('requestSession', fc.record({ platform: fc.constantFrom('zoom', 'anydesk'), reason: text })),
  named('linkIncident', fc.record({ incidentId: incident, title: text })),
  named('unlinkIncident', fc.record({ incidentId: incident })),
  migration,
  migration,
];

const closing: Say = timed(
  'close',
  fc.record({
    reason: fc.constantFrom(...CLOSURE_REASONS),
    message: sometimes(text),
    confirmedBy: fc.option(fc.constantFrom('client_message' as const, 'call' as const, 'none' as const), {
      nil: undefined,
      freq: 1,
    }),
    origin: fc.option(fc.constantFrom(...ORIGINS), { nil: undefined, freq: 1 }),
    original: fc.constantFrom('none', 'other', 'itself'),
  }),
  ({ original, ...given }, _now, ticket) => ({
    ...(defined(given) as typeof given & { reason: (typeof CLOSURE_REASONS)[number] }),
    ...(given.reason === 'duplicate' &&
      original !== 'none' && { duplicateOf: original === 'other' ? '100100' : ticket.folio }),
  }),
);

const resolution: Say = named('close', fc.constant({ reason: 'resolved', message: 'Listo' }));

const acceptance: Say = named('close', fc.constant({ reason: 'accepted' }));

const reply: Say = timed('receiveReply', before, (at, now) => ({
  body: 'Gracias',
  attachmentIds: [],
  receivedAt: at(now),
}));

const FACTS: readonly Say[] = [
  timed('assignAutomatically', fc.tuple(agent, fc.boolean()), ([agentId, stale], _now, { assigneeId }) => ({
    agentId,
    from: stale ? null : assigneeId,
  })),
  named('remind', fc.record({ hours: fc.constantFrom(24, 4, 1) })),
  named('remind', fc.record({ hours: fc.constantFrom(24, 4) })),
  named('missTarget', fc.record({ target: fc.constantFrom('first_attention', 'next_reply') })),
  named('overrunEstimate', fc.constant({})),
  named('expire', fc.constant({})),
  named(
    'changeSession',
    fc.record({
      id: fc.constantFrom('session-1', 'session-2'),
      state: fc.constantFrom('quoted', 'paid', 'completed'),
      holds: fc.boolean(),
    }),
  ),
  named(
    'flagMail',
    fc.record({
      recipient: fc.record({
        role: fc.constantFrom('requester', 'participant', 'consulting'),
        id: fc.constant(null),
      }),
      kind: fc.constantFrom('refused', 'bounced'),
    }),
  ),
  // The one that is under way goes on or lets go.
  timed('changeSession', fc.boolean(), (holds, _now, { remoteSessions }) => ({
    id: remoteSessions.at(-1)?.id ?? 'session-1',
    state: holds ? 'paid' : 'completed',
    holds,
  })),
  named('ignoreCancel', fc.constant({})),
  named('repair', fc.record({ reason: text })),
];

const move = (intent: Say, actors: readonly Actor[]): fc.Arbitrary<Move> =>
  fc.record({ pause, intent, actor: fc.constantFrom(...actors) });

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 12, arbitrary: move(fc.oneof(...COMMANDS), [AGENT, SUPERVISOR]) },
  { weight: 3, arbitrary: move(fc.oneof(...COMMANDS), EVERYBODY) },
  { weight: 1, arbitrary: move(closing, EVERYBODY) },
  { weight: 1, arbitrary: move(resolution, [AGENT]) },
  { weight: 1, arbitrary: move(acceptance, CLIENTS) },
  { weight: 3, arbitrary: move(reply, CLIENTS) },
  { weight: 7, arbitrary: move(fc.oneof(...FACTS), [SYSTEM]) },
);

export const play: fc.Arbitrary<Play> = fc.record({
  calendar,
  policy: rules,
  type: fc.constantFrom('technical_problem', 'service_interruption', 'question'),
  opening: fc.constantFrom('registered', 'taken', 'attended', 'solved', 'held'),
  moves: fc.array(anyMove, { minLength: 1, maxLength: 40 }),
});

function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
