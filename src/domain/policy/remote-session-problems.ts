import type { PolicyProblem, PolicyProblemCode } from './policy-problem';
import { MAX_QUOTE_HOURS, type RemoteSessionPolicy } from './remote-session-policy';

type Limits = readonly [min: number, max: number];

/** Whole numbers and the range that each may have; minutes, hours and days as their names say. */
const WHOLE: { readonly [K in keyof RemoteSessionPolicy]?: Limits } = {
  priceMinor: [1, 100_000_000],
  termsVersion: [1, 1_000_000],
  requestValidHours: [1, 8_760],
  quoteValidHours: [1, MAX_QUOTE_HOURS],
  // What the payment provider takes.
  checkoutMinutes: [31, 1_440],
  slotChoiceDays: [1, 365],
  minimumNoticeMinutes: [0, 43_200],
  bufferMinutes: [0, 1_440],
  slotStepMinutes: [5, 1_440],
  horizonDays: [1, 60],
  accessOpensMinutes: [0, 1_440],
  warnAtMinutes: [0, 1_440],
  noShowMinutes: [0, 1_440],
};

const MAX_REMINDERS = 10;
const MAX_TERMS = 10_000;

/** Everything that keeps the data of the paid session from being used; nothing when the policy has none. */
export function remoteSessionProblems({
  remoteSession: data,
}: {
  readonly remoteSession?: RemoteSessionPolicy;
}): PolicyProblem[] {
  if (data === undefined) return [];
  return [
    ...Object.entries(WHOLE).flatMap(([name, limits]) =>
      wholeProblems(name, data[name as keyof RemoteSessionPolicy] as number, limits),
    ),
    ...(data.currency === 'MXN' ? [] : [problem('currency', 'unknown_value')]),
    ...(data.vatRate >= 0 && data.vatRate < 1 ? [] : [problem('vatRate', 'too_big')]),
    ...(data.terms.trim() === '' || data.terms.length > MAX_TERMS ? [problem('terms', 'malformed')] : []),
    ...wholeProblems('cancellation.freeUntilHours', data.cancellation.freeUntilHours, [0, 8_760]),
    ...wholeProblems('cancellation.lateRefundPercent', data.cancellation.lateRefundPercent, [0, 100]),
    ...reminderProblems(data.reminderHours),
  ];
}

function reminderProblems(hours: readonly number[]): PolicyProblem[] {
  if (hours.length > MAX_REMINDERS) return [problem('reminderHours', 'too_many')];
  return hours.flatMap((amount, index) => {
    const path = `reminderHours.${index}`;
    const previous = hours[index - 1];
    if (previous !== undefined && previous <= amount) return [problem(path, 'not_descending')];
    return wholeProblems(path, amount, [1, 720]);
  });
}

function wholeProblems(path: string, value: number, [min, max]: Limits): PolicyProblem[] {
  if (!Number.isSafeInteger(value)) return [problem(path, 'not_whole')];
  if (value < min) return [problem(path, 'too_small')];
  return value > max ? [problem(path, 'too_big')] : [];
}

function problem(path: string, code: PolicyProblemCode): PolicyProblem {
  return { path: `remoteSession.${path}`, code };
}
