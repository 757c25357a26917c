import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, deadline, elapsed, explain, isOpen, nextOpening } from '../../src/domain/business-time';
import type { Calendar } from '../../src/domain/calendar';

interface Case {
  id: string;
  calendar: string;
  why: string;
}
type DeadlineCase = Case & {
  op: 'deadline';
  start: string;
  hours: number;
  expected?: string;
  error?: string;
};
type ElapsedCase = Case & { op: 'elapsed'; from: string; to: string; expectedMs: number };
type ExplainCase = Case & {
  op: 'explain';
  start: string;
  hours: number;
  expected: string;
  counted: { from: string; to: string; ms: number }[];
  skippedHolidays: { date: string; name: string }[];
};
interface Cases {
  calendars: Record<string, Calendar>;
  vectors: (DeadlineCase | ElapsedCase | ExplainCase)[];
}

const cases = JSON.parse(readFileSync(join(__dirname, '../data/business-time.json'), 'utf8')) as Cases;
const named = (name: string): Calendar => {
  const calendar = cases.calendars[name];
  if (calendar === undefined) throw new Error(`no calendar ${name}`);
  return calendar;
};
const ms = (iso: string): number => Date.parse(iso);
const refusal = (code: string): Error =>
  expect.objectContaining({ name: 'BusinessTimeError', code }) as Error;
const iso = (at: number): string => new Date(at).toISOString();

test('all 104 cases are there', () => {
  expect(cases.vectors).toHaveLength(104);
});

test.each(
  cases.vectors.map((vector) => [vector.id, vector.op, vector.calendar, vector.why, vector] as const),
)('%s %s on %s: %s', (_id, _op, name, _why, vector) => {
  const calendar = named(name);
  switch (vector.op) {
    case 'deadline': {
      const due = (): number => deadline(ms(vector.start), vector.hours, calendar);
      if (vector.error === undefined) expect(iso(due())).toBe(vector.expected);
      else expect(due).toThrow(refusal(vector.error));
      return;
    }
    case 'elapsed':
      expect(elapsed(ms(vector.from), ms(vector.to), calendar)).toBe(vector.expectedMs);
      return;
    case 'explain': {
      const { due, counted, skippedHolidays } = explain(ms(vector.start), vector.hours, calendar);
      expect(iso(due)).toBe(vector.expected);
      expect(counted.map((piece) => ({ ...piece, from: iso(piece.from), to: iso(piece.to) }))).toEqual(
        vector.counted,
      );
      expect(skippedHolidays).toEqual(vector.skippedHolidays);
    }
  }
});

describe('next opening', () => {
  const mx = named('mx');

  test('is the instant itself while open', () => {
    expect(nextOpening(ms('2026-11-23T16:00:00.001Z'), mx)).toBe(ms('2026-11-23T16:00:00.001Z'));
  });

  test('is the morning after closing time', () => {
    expect(nextOpening(ms('2026-11-24T00:00:00Z'), mx)).toBe(ms('2026-11-24T15:00:00Z'));
  });

  test('goes over a weekend and the rest day behind it', () => {
    expect(nextOpening(ms('2026-11-14T12:00:00Z'), mx)).toBe(ms('2026-11-17T15:00:00Z'));
  });

  test('is null when the calendar has run out', () => {
    expect(nextOpening(ms('2028-03-02T00:00:00Z'), named('exceptions-only'))).toBeNull();
    expect(nextOpening(ms('2026-11-23T16:00:00Z'), named('closed'))).toBeNull();
  });
});

describe('open', () => {
  test('includes the opening instant and excludes the closing one', () => {
    const mx = named('mx');
    const at = ['14:59:59.999', '15:00:00.000', '23:59:59.999'].map((time) => ms(`2026-11-23T${time}Z`));
    expect(at.map((instant) => isOpen(instant, mx))).toEqual([false, true, true]);
    expect(isOpen(ms('2026-11-24T00:00:00Z'), mx)).toBe(false);
  });

  test('holds through midnight when two intervals touch', () => {
    expect(isOpen(ms('2026-11-18T06:00:00Z'), named('mx-24x5'))).toBe(true);
  });
});

describe('before a deadline', () => {
  const mx = named('mx');
  const due = ms('2026-11-24T17:30:00Z'); // Tuesday 11:30
  const longAgo = ms('2026-01-01T00:00:00Z');

  test('counts service hours backwards over night, weekend and rest day', () => {
    expect(before(due, 1, mx, longAgo)).toBe(ms('2026-11-24T16:30:00Z'));
    expect(before(due, 4, mx, longAgo)).toBe(ms('2026-11-23T22:30:00Z'));
    expect(before(due, 48, mx, longAgo)).toBe(ms('2026-11-13T23:30:00Z'));
  });

  test('chooses the opening, not the closing before it, when both are as far', () => {
    expect(before(due, 2.5, mx, longAgo)).toBe(ms('2026-11-24T15:00:00Z'));
  });

  test('is null when it would be earlier than the beginning, and counts the beginning itself', () => {
    const begin = ms('2026-11-24T16:30:00Z');
    expect(before(due, 1, mx, begin)).toBe(begin);
    expect(before(due, 1, mx, begin + 1)).toBeNull();
    expect(before(due, 48, mx, begin)).toBeNull();
  });

  test('is null when the calendar has not that many hours behind it', () => {
    expect(before(ms('2028-03-02T00:00:00Z'), 14, named('exceptions-only'), longAgo)).toBeNull();
    expect(before(ms('2028-03-02T00:00:00Z'), 13, named('exceptions-only'), longAgo)).toBe(
      ms('2026-11-21T16:00:00Z'),
    );
  });

  test('at zero hours is the deadline itself, if that is in service hours', () => {
    expect(before(due, 0, mx, longAgo)).toBe(due);
    expect(before(ms('2026-11-24T00:00:00Z'), 0, mx, longAgo)).toBeNull();
  });
});

describe('arguments that can not be meant', () => {
  const mx = named('mx');
  const at = ms('2026-11-23T16:00:00Z');
  const outOfRange = refusal('out-of-range');

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('%p hours are refused', (hours) => {
    expect(() => deadline(at, hours, mx)).toThrow(outOfRange);
    expect(() => explain(at, hours, mx)).toThrow(outOfRange);
    expect(() => before(at, hours, mx, 0)).toThrow(outOfRange);
  });

  test.each([Number.NaN, 0.5, Date.parse('1899-12-31T00:00:00Z'), Date.parse('2300-01-01T00:00:00Z')])(
    'the instant %p is refused',
    (instant) => {
      expect(() => deadline(instant, 1, mx)).toThrow(outOfRange);
      expect(() => elapsed(instant, at, mx)).toThrow(outOfRange);
      expect(() => nextOpening(instant, mx)).toThrow(outOfRange);
    },
  );

  test('more hours than the reckoned centuries hold end as no working time', () => {
    expect(() => deadline(at, 1e12, mx)).toThrow(refusal('no-working-time'));
    expect(() => deadline(at, 1e6, mx)).toThrow(refusal('no-working-time'));
  });

  test('an interval that ends before it begins has no time in it', () => {
    expect(elapsed(at, at - 1, mx)).toBe(0);
  });
});
