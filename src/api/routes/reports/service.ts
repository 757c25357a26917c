import type { ServiceReport } from '../../../contract/reports';
import { CLOSURE_REASONS, ORIGINS } from '../../../domain/classification/closure-reasons';
import { PRIORITIES } from '../../../domain/classification/priority';
import { eachDay } from '../../../domain/reports/period';
import type { WordPairs } from '../../../domain/reports/recurring-words';
import { quantile } from '../../../domain/reports/quantile';
import {
  joinClosings,
  joinMeasures,
  joinRegistrations,
  noMeasures,
  type ClosingSums,
  type Measures,
  type RegistrationSums,
  type Target,
} from '../../../domain/reports/service-sums';
import { readDays } from '../../../store/desk/report-days';
import type { Store } from '../../../store/store';
import type { ReportRange } from './range';
import { recurringSubjects } from './subjects';

/** How the service went in a range of days. */
export async function serviceReport(
  store: Store,
  { timeZone, ...period }: ReportRange,
): Promise<ServiceReport> {
  const days = eachDay(period);
  const [registrations, closings, words] = await Promise.all([
    readDays<RegistrationSums>(store, 'registered', days, 'service'),
    readDays<ClosingSums>(store, 'closed', days, 'service'),
    readDays<WordPairs>(store, 'registered', days, 'words'),
  ]);
  const { total, onBehalf, parts, follows } = joinRegistrations([...registrations.values()]);
  const closed = joinClosings([...closings.values()]);
  return {
    ...period,
    timeZone,
    registered: { total, onBehalf, splitParts: parts, followUps: follows },
    closed: closingsView(closed),
    times: timesView(closed.measures),
    recurringSubjects: await recurringSubjects(store, [...words.values()]),
  };
}

function closingsView(sums: ClosingSums): ServiceReport['closed'] {
  const reasons = CLOSURE_REASONS.map((reason) => ({ reason, count: sums.reasons[reason] ?? 0 }));
  const automatic = sums.reasons['no_client_response'] ?? 0;
  const { client_message: clientMessage = 0, call = 0, none = 0 } = sums.confirmations;
  return {
    total: sums.total,
    reasons,
    origins: [...ORIGINS, null].map((origin) => ({ origin, count: sums.origins[origin ?? ''] ?? 0 })),
    automatic: {
      total: automatic,
      withSolution: sums.automaticWithSolution,
      withoutSolution: automatic - sums.automaticWithSolution,
    },
    withoutWait: { total: clientMessage + call + none, clientMessage, call, none },
    mailFailed: sums.mailFailed,
    divided: sums.divided,
    duplicates: sums.reasons['duplicate'] ?? 0,
  };
}

function timesView(byPriority: ClosingSums['measures']): ServiceReport['times'] {
  const all = noMeasures();
  for (const measures of Object.values(byPriority)) joinMeasures(all, measures);
  return {
    ...measuresView(all),
    byPriority: [...PRIORITIES, null].map((priority) => {
      const measures = byPriority[priority ?? ''] ?? noMeasures();
      return { priority, closed: measures.closed, ...measuresView(measures) };
    }),
  };
}

function measuresView({
  firstAttention,
  nextReply,
  resolution,
}: Measures): Pick<ServiceReport['times'], 'firstAttention' | 'nextReply' | 'resolution'> {
  return {
    firstAttention: targetView(firstAttention),
    nextReply: targetView(nextReply),
    resolution: timesOf(resolution),
  };
}

function targetView({ met, missed, minutes }: Target): ServiceReport['times']['firstAttention'] {
  return { ...timesOf(minutes), met, missed };
}

function timesOf(minutes: readonly number[]): ServiceReport['times']['resolution'] {
  const sorted = Float64Array.from(minutes).sort();
  return {
    measured: sorted.length,
    medianMinutes: quantile(sorted, 0.5),
    p90Minutes: quantile(sorted, 0.9),
  };
}
