import { IMPACTS, PRIORITIES, URGENCIES, priorityRank } from '../classification/priority';
import { COVERAGES } from '../classification/ticket-type';
import type { TicketTypeRule } from '../classification/ticket-type';
import type { PolicyProblem, PolicyProblemCode } from './policy-problem';
import { remoteSessionProblems } from './remote-session-problems';
import type { SupportPolicy } from './support-policy';

const MS_PER_HOUR = 3_600_000;
const MS_PER_MINUTE = 60_000;
const MAX_HOURS = 10_000;
const MAX_SESSION_MINUTES = 24 * 60;
const MAX_REMINDERS = 10;

/**
 * Everything that keeps a policy from being used; empty when it can be. Looks at values, not at shapes: the
 * caller has checked that the fields are there and of their types. A reminder longer than the wait is no
 * problem, it is simply not sent.
 */
export function policyProblems(policy: SupportPolicy): PolicyProblem[] {
  return [
    ...versionProblems(policy.version),
    ...durationProblems('waitingClientHours', policy.waitingClientHours, MS_PER_HOUR, MAX_HOURS),
    ...reminderProblems(policy.reminderHours),
    ...(/^[\w-]{1,64}$/.test(policy.calendarId) ? [] : [problem('calendarId', 'malformed')]),
    ...durationProblems(
      'remoteSessionMaxMinutes',
      policy.remoteSessionMaxMinutes,
      MS_PER_MINUTE,
      MAX_SESSION_MINUTES,
    ),
    ...remoteSessionProblems(policy),
    ...matrixProblems(policy),
    ...targetProblems(policy),
    ...(isEmail(policy.consultingEmail) ? [] : [problem('consultingEmail', 'malformed')]),
    ...(isDocumentUrl(policy.documentUrl ?? null) ? [] : [problem('documentUrl', 'malformed')]),
    ...typeProblems(policy.types),
    ...textProblems(policy),
  ];
}

function versionProblems(version: number): PolicyProblem[] {
  if (!Number.isSafeInteger(version)) return [problem('version', 'not_whole')];
  return version < 1 ? [problem('version', 'too_small')] : [];
}

/** At least one millisecond once rounded to it, so that no wait and no session is over as it begins. */
function durationProblems(path: string, amount: number, msPerUnit: number, max: number): PolicyProblem[] {
  if (!Number.isFinite(amount)) return [problem(path, 'not_a_number')];
  if (Math.round(amount * msPerUnit) < 1) return [problem(path, 'too_small')];
  return amount > max ? [problem(path, 'too_big')] : [];
}

function reminderProblems(hours: readonly number[]): PolicyProblem[] {
  const tooMany = hours.length > MAX_REMINDERS ? [problem('reminderHours', 'too_many')] : [];
  const each = hours.flatMap((amount, index) => {
    const path = `reminderHours.${index}`;
    const previous = hours[index - 1];
    if (previous === amount) return [problem(path, 'repeated')];
    if (previous !== undefined && previous < amount) return [problem(path, 'not_descending')];
    return durationProblems(path, amount, MS_PER_HOUR, MAX_HOURS);
  });
  return [...tooMany, ...each];
}

function matrixProblems({ priorityMatrix }: SupportPolicy): PolicyProblem[] {
  // Stored data, so a cell may be missing whatever the type says.
  const matrix: Partial<Record<string, Partial<Record<string, string>>>> = priorityMatrix;
  return [
    ...unknownKeys('priorityMatrix', matrix, IMPACTS),
    ...IMPACTS.flatMap((impact) => {
      const row = matrix[impact];
      if (row === undefined) return [problem(`priorityMatrix.${impact}`, 'missing')];
      return [
        ...unknownKeys(`priorityMatrix.${impact}`, row, URGENCIES),
        ...URGENCIES.flatMap((urgency) =>
          valueProblems(`priorityMatrix.${impact}.${urgency}`, row[urgency], PRIORITIES),
        ),
      ];
    }),
  ];
}

function targetProblems({ targets }: SupportPolicy): PolicyProblem[] {
  const given: Partial<SupportPolicy['targets']> = targets;
  return [
    ...unknownKeys('targets', given, PRIORITIES),
    ...PRIORITIES.flatMap((priority) => {
      const target = given[priority];
      const path = `targets.${priority}`;
      if (target === undefined) return [problem(path, 'missing')];
      return [
        ...durationProblems(
          `${path}.firstAttentionHours`,
          target.firstAttentionHours,
          MS_PER_HOUR,
          MAX_HOURS,
        ),
        ...durationProblems(`${path}.nextReplyHours`, target.nextReplyHours, MS_PER_HOUR, MAX_HOURS),
      ];
    }),
  ];
}

function typeProblems(types: readonly TicketTypeRule[]): PolicyProblem[] {
  if (types.length === 0) return [problem('types', 'missing')];
  const seen = new Set<string>();
  return types.flatMap((type, index) => {
    const path = `types.${index}`;
    const repeated = seen.has(type.id);
    seen.add(type.id);
    return [
      ...(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(type.id) ? [] : [problem(`${path}.id`, 'malformed')]),
      ...(repeated ? [problem(`${path}.id`, 'repeated')] : []),
      ...valueProblems(`${path}.coverage`, type.coverage, COVERAGES),
      ...priorityProblems(path, type),
    ];
  });
}

function priorityProblems(path: string, { defaultPriority, ceiling }: TicketTypeRule): PolicyProblem[] {
  const unknown = [
    ...(defaultPriority === null
      ? []
      : valueProblems(`${path}.defaultPriority`, defaultPriority, PRIORITIES)),
    ...(ceiling === null ? [] : valueProblems(`${path}.ceiling`, ceiling, PRIORITIES)),
  ];
  if (unknown.length > 0 || defaultPriority === null || ceiling === null) return unknown;
  const above = priorityRank(defaultPriority) < priorityRank(ceiling);
  return above ? [problem(`${path}.defaultPriority`, 'above_ceiling')] : [];
}

/** Texts of a type that the policy does not know would be read by nobody. */
function textProblems({ types, texts = {} }: SupportPolicy): PolicyProblem[] {
  return unknownKeys(
    'texts',
    texts,
    types.map(({ id }) => id),
  );
}

function valueProblems(path: string, value: string | undefined, known: readonly string[]): PolicyProblem[] {
  if (value === undefined) return [problem(path, 'missing')];
  return known.includes(value) ? [] : [problem(path, 'unknown_value')];
}

function unknownKeys(path: string, given: object, known: readonly string[]): PolicyProblem[] {
  return Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => problem(`${path}.${key}`, 'unknown_value'));
}

/** One address and nothing else; whether it exists only a mail can tell. */
function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/.test(text);
}

/** A page that anybody can open: https, a named host, and nobody's name or password in it. */
function isDocumentUrl(text: string | null): boolean {
  return text === null || /^https:\/\/[^\s/?#@\\:]+\.[^\s/?#@\\:.]+(:\d{1,5})?([/?#][^\s\\]*)?$/i.test(text);
}

function problem(path: string, code: PolicyProblemCode): PolicyProblem {
  return { path, code };
}
