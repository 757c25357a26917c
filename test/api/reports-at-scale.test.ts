import type { ServiceReport, TrendsReport } from '../../src/contract/reports';
import { CLOSURE_REASONS, ORIGINS } from '../../src/domain/classification/closure-reasons';
import { PRIORITIES } from '../../src/domain/classification/priority';
import type { ClosingFact, RegistrationFact } from '../../src/domain/reports/facts';
import { plusDays } from '../../src/domain/reports/period';
import { ApiUnderTest } from './api-under-test';
import type { Caller } from './caller';

/** Tickets of one year, each registered and closed. */
const TICKETS = Number(process.env['REPORT_FACTS'] ?? 100_000);
const YEAR = '2025-01-01';

interface Fact<Of> {
  day: string;
  folio: number;
  fact: Of;
}

let api: ApiUnderTest;
let supervisor: Caller;
const registrations: Fact<RegistrationFact>[] = [];
const closings: Fact<ClosingFact>[] = [];

beforeAll(async () => {
  api = await ApiUnderTest.start({ config: { engineDeadlineMs: 100 } });
  supervisor = await api.person('supervisor');
  makeFacts();
  await Promise.all([store('registered', registrations), store('closed', closings)]);
}, 300_000);

afterAll(() => api.stop());

/** The same numbers every time, without a pattern (a linear congruential generator). */
let state = 42;
function below(limit: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

function oneOf<T>(values: readonly T[]): T {
  return values[below(values.length)]!;
}

function makeFacts(): void {
  for (let folio = 1; folio <= TICKETS; folio += 1) {
    const dimensions = {
      type: `type-${below(12)}`,
      priority: oneOf([...PRIORITIES, null]),
      product: `product-${below(4)}`,
      organization: `org-${below(300)}`,
    };
    const words = Array.from({ length: 3 + below(4) }, () => below(5_000));
    const flags = { onBehalf: below(20) === 0, part: below(30) === 0, follows: below(25) === 0 };
    const opened = below(365);
    registrations.push({
      day: plusDays(YEAR, opened),
      folio,
      fact: { ...dimensions, ...flags, words: [...new Set(words)] },
    });
    const settled = (): { met: boolean; minutes: number } => ({ met: below(4) > 0, minutes: below(2_000) });
    closings.push({
      day: plusDays(YEAR, opened + below(20)),
      folio,
      fact: {
        ...dimensions,
        reason: oneOf(CLOSURE_REASONS),
        origin: oneOf([...ORIGINS, null]),
        confirmedBy: oneOf(['client_message', 'call', 'none'] as const),
        solutionGiven: below(3) > 0,
        mailFailed: below(50) === 0,
        divided: below(40) === 0,
        firstAttention: below(10) > 0 ? settled() : null,
        nextReplies: Array.from({ length: below(3) }, settled),
        resolution: below(4) > 0 ? below(5_000) : null,
      },
    });
  }
}

async function store<Of extends RegistrationFact | ClosingFact>(
  kind: 'registered' | 'closed',
  facts: readonly Fact<Of>[],
): Promise<void> {
  const { reportFacts, reportDays } = api.deps.store;
  const buckets = new Map<string, Record<string, Of>>();
  for (const { day, folio, fact } of facts) {
    const id = `${kind}:${day}:${folio % 16}`;
    const own = buckets.get(id) ?? {};
    own[`f${folio}`] = fact;
    buckets.set(id, own);
  }
  const documents = [...buckets].map(([_id, own]) => ({ _id, facts: own }));
  for (let start = 0; start < documents.length; start += 500)
    await reportFacts.collection.insertMany(documents.slice(start, start + 500) as never[]);
  const days = [...new Set(facts.map(({ day }) => day))];
  await reportDays.collection.insertMany(days.map((day) => ({ _id: `${kind}:${day}`, marks: 1 })) as never[]);
}

async function read<Report>(id: 'readTrends' | 'readServiceReport', query: string): Promise<Report> {
  const started = performance.now();
  // Counting one by one takes longer than the server keeps an idle connection.
  const { status, body } = await supervisor.call(id, { query, headers: { connection: 'close' } });
  expect(status).toBe(200);
  if (process.env['REPORT_TIMES']) console.log(id, query, Math.round(performance.now() - started), 'ms');
  return body as Report;
}

const RANGES = [
  { from: '2025-01-01', to: '2025-12-31' },
  { from: '2025-03-10', to: '2025-06-20' },
];

test.each(RANGES)(
  'trends from $from to $to are those of a count one by one',
  async ({ from, to }) => {
    for (const [group, by] of [
      ['type', 'day'],
      ['organization', 'month'],
      ['priority', 'week'],
      ['product', 'month'],
    ] as const) {
      const query = `?from=${from}&to=${to}&by=${by}&group=${group}`;
      const report = await read<TrendsReport>('readTrends', query);
      const expected = new Map<string, number>();
      const count = (kind: string, { day, fact }: Fact<RegistrationFact | ClosingFact>): void => {
        if (day < from || day > to) return;
        const step = report.periods.findIndex((period) => period.from <= day && day <= period.to);
        const key = `${kind} ${step} ${fact[group] ?? null}`;
        expected.set(key, (expected.get(key) ?? 0) + 1);
      };
      for (const one of registrations) count('registered', one);
      for (const one of closings) count('closed', one);
      const told = new Map<string, number>();
      for (const { id, ...series } of report.series) {
        for (const kind of ['registered', 'closed'] as const)
          series[kind].forEach((number, step) => number > 0 && told.set(`${kind} ${step} ${id}`, number));
      }
      expect(told).toEqual(expected);
    }
  },
  120_000,
);

test.each(RANGES)(
  'the service report from $from to $to is that of a count one by one',
  async ({ from, to }) => {
    const report = await read<ServiceReport>('readServiceReport', `?from=${from}&to=${to}`);
    const within = <Of>(facts: readonly Fact<Of>[]): Fact<Of>[] =>
      facts.filter(({ day }) => from <= day && day <= to);
    const [opened, closed] = [within(registrations), within(closings).map(({ fact }) => fact)];
    expect(report.registered).toEqual({
      total: opened.length,
      onBehalf: opened.filter(({ fact }) => fact.onBehalf).length,
      splitParts: opened.filter(({ fact }) => fact.part).length,
      followUps: opened.filter(({ fact }) => fact.follows).length,
    });
    const how = (holds: (fact: ClosingFact) => boolean): number => closed.filter(holds).length;
    const resolved = (confirmedBy: string): number =>
      how((fact) => fact.reason === 'resolved' && fact.confirmedBy === confirmedBy);
    const silent = (solved: boolean): number =>
      how((fact) => fact.reason === 'no_client_response' && fact.solutionGiven === solved);
    expect(report.closed).toEqual({
      total: closed.length,
      reasons: CLOSURE_REASONS.map((reason) => ({ reason, count: how((fact) => fact.reason === reason) })),
      origins: [...ORIGINS, null].map((origin) => ({ origin, count: how((fact) => fact.origin === origin) })),
      automatic: {
        total: silent(true) + silent(false),
        withSolution: silent(true),
        withoutSolution: silent(false),
      },
      withoutWait: {
        total: how(({ reason }) => reason === 'resolved'),
        clientMessage: resolved('client_message'),
        call: resolved('call'),
        none: resolved('none'),
      },
      mailFailed: how(({ mailFailed }) => mailFailed),
      divided: how(({ divided }) => divided),
      duplicates: how(({ reason }) => reason === 'duplicate'),
    });
    for (const priority of [...PRIORITIES, null]) {
      const facts = closed.filter((fact) => fact.priority === priority);
      expect(report.times.byPriority).toContainEqual({ priority, closed: facts.length, ...timesOf(facts) });
    }
    expect(report.times).toMatchObject(timesOf(closed));
  },
  120_000,
);

function timesOf(facts: readonly ClosingFact[]): object {
  const spread = (minutes: number[]): object => {
    const sorted = minutes.sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1]!;
    return { measured: sorted.length, medianMinutes: at(0.5), p90Minutes: at(0.9) };
  };
  const target = (all: { met: boolean; minutes: number }[]): object => ({
    ...spread(all.map(({ minutes }) => minutes)),
    met: all.filter(({ met }) => met).length,
    missed: all.filter(({ met }) => !met).length,
  });
  return {
    firstAttention: target(facts.flatMap(({ firstAttention }) => firstAttention ?? [])),
    nextReply: target(facts.flatMap(({ nextReplies }) => nextReplies)),
    resolution: spread(facts.flatMap(({ resolution }) => resolution ?? [])),
  };
}
