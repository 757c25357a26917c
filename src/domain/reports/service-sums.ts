import { addTo, type Count } from './counts';
import type { ClosingFact, RegistrationFact } from './facts';

/** What a day's registrations add up to, besides their counts. */
export interface RegistrationSums {
  total: number;
  onBehalf: number;
  parts: number;
  follows: number;
}

/** Every time measured, in business minutes: medians can not be made of medians. */
export interface Measures {
  closed: number;
  firstAttention: Target;
  nextReply: Target;
  resolution: number[];
}

export interface Target {
  met: number;
  missed: number;
  minutes: number[];
}

/** What a day's closings add up to, besides their counts. */
export interface ClosingSums {
  total: number;
  reasons: Count;
  /** The empty id: not known. */
  origins: Count;
  automaticWithSolution: number;
  /** Of closings by support as resolved. */
  confirmations: Count;
  mailFailed: number;
  divided: number;
  /** By priority; the empty id for none. */
  measures: Record<string, Measures>;
}

/** Of one day. */
export function sumRegistrations(facts: readonly RegistrationFact[]): RegistrationSums {
  const how = (holds: (fact: RegistrationFact) => boolean): number => facts.filter(holds).length;
  return {
    total: facts.length,
    onBehalf: how(({ onBehalf }) => onBehalf),
    parts: how(({ part }) => part),
    follows: how(({ follows }) => follows),
  };
}

/** Of several days; without one, zeros. */
export function joinRegistrations(all: readonly RegistrationSums[]): RegistrationSums {
  const joined = sumRegistrations([]);
  for (const sums of all) {
    joined.total += sums.total;
    joined.onBehalf += sums.onBehalf;
    joined.parts += sums.parts;
    joined.follows += sums.follows;
  }
  return joined;
}

/** Of one day. */
export function sumClosings(facts: readonly ClosingFact[]): ClosingSums {
  const sums = noClosings();
  for (const fact of facts) {
    sums.total += 1;
    addTo(sums.reasons, fact.reason, 1);
    addTo(sums.origins, fact.origin ?? '', 1);
    if (fact.reason === 'no_client_response' && fact.solutionGiven) sums.automaticWithSolution += 1;
    if (fact.reason === 'resolved') addTo(sums.confirmations, fact.confirmedBy ?? 'none', 1);
    if (fact.mailFailed) sums.mailFailed += 1;
    if (fact.divided) sums.divided += 1;
    measure((sums.measures[fact.priority ?? ''] ??= noMeasures()), fact);
  }
  return sums;
}

/** Of several days; without one, zeros. The days themselves stay as they are. */
export function joinClosings(all: readonly ClosingSums[]): ClosingSums {
  const joined = noClosings();
  for (const sums of all) {
    joined.total += sums.total;
    joined.automaticWithSolution += sums.automaticWithSolution;
    joined.mailFailed += sums.mailFailed;
    joined.divided += sums.divided;
    for (const name of ['reasons', 'origins', 'confirmations'] as const)
      for (const [id, number] of Object.entries(sums[name])) addTo(joined[name], id, number);
    for (const [priority, measures] of Object.entries(sums.measures))
      joinMeasures((joined.measures[priority] ??= noMeasures()), measures);
  }
  return joined;
}

/** What measures are added to; each call gives its own. */
export function noMeasures(): Measures {
  const none = (): Target => ({ met: 0, missed: 0, minutes: [] });
  return { closed: 0, firstAttention: none(), nextReply: none(), resolution: [] };
}

/** Adds measures to others in place. */
export function joinMeasures(
  into: Measures,
  { closed, firstAttention, nextReply, resolution }: Measures,
): void {
  into.closed += closed;
  joinTarget(into.firstAttention, firstAttention);
  joinTarget(into.nextReply, nextReply);
  for (const minutes of resolution) into.resolution.push(minutes);
}

function noClosings(): ClosingSums {
  return {
    ...{ total: 0, reasons: {}, origins: {}, automaticWithSolution: 0, confirmations: {} },
    ...{ mailFailed: 0, divided: 0, measures: {} },
  };
}

function measure(into: Measures, { firstAttention, nextReplies, resolution }: ClosingFact): void {
  into.closed += 1;
  if (firstAttention) settle(into.firstAttention, firstAttention);
  for (const reply of nextReplies) settle(into.nextReply, reply);
  if (resolution !== null) into.resolution.push(resolution);
}

function settle(target: Target, { met, minutes }: { met: boolean; minutes: number }): void {
  if (met) target.met += 1;
  else target.missed += 1;
  target.minutes.push(minutes);
}

function joinTarget(into: Target, { met, missed, minutes }: Target): void {
  into.met += met;
  into.missed += missed;
  for (const one of minutes) into.minutes.push(one);
}
