import type { Interval, VersionedCalendar } from './calendar';

const FIRST_HOLIDAY_YEAR = 2024;
const LAST_HOLIDAY_YEAR = 2046;
const SERVICE_DAY: readonly Interval[] = [{ from: '09:00', to: '18:00' }];

/**
 * Statutory rest days of a year, date → Spanish name, in date order: Ley Federal del Trabajo, art. 74. None moves when
 * it falls on a weekend. Election days (fr. IX) are set by electoral law and entered by hand. Holds for years from 2019
 * on (until 2018 the change of the federal executive was on 1 December).
 */
export function statutoryRestDays(year: number): Record<string, string> {
  return {
    [`${year}-01-01`]: 'Año Nuevo',
    [monday(year, 2, 1)]: 'Día de la Constitución',
    [monday(year, 3, 3)]: 'Natalicio de Benito Juárez',
    [`${year}-05-01`]: 'Día del Trabajo',
    [`${year}-09-16`]: 'Día de la Independencia',
    ...(isTransitionYear(year) ? { [`${year}-10-01`]: 'Transmisión del Poder Ejecutivo Federal' } : {}),
    [monday(year, 11, 3)]: 'Día de la Revolución',
    [`${year}-12-25`]: 'Navidad',
  };
}

/** Monday to Friday 09:00-18:00 in Mexico City, closed on statutory rest days. What a new installation starts with. */
export const DEFAULT_CALENDAR: VersionedCalendar = {
  id: 'mx',
  version: 1,
  timeZone: 'America/Mexico_City',
  weekly: {
    '1': SERVICE_DAY,
    '2': SERVICE_DAY,
    '3': SERVICE_DAY,
    '4': SERVICE_DAY,
    '5': SERVICE_DAY,
    '6': [],
    '7': [],
  },
  holidays: restDaysBetween(FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR),
  exceptions: {},
};

function restDaysBetween(firstYear: number, lastYear: number): Record<string, string> {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  return Object.assign({}, ...years.map(statutoryRestDays)) as Record<string, string>;
}

function monday(year: number, month: number, nth: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const day = 1 + ((8 - first) % 7) + (nth - 1) * 7;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function isTransitionYear(year: number): boolean {
  return year >= 2024 && (year - 2024) % 6 === 0;
}
