import type { VersionedCalendar } from '../../src/domain/calendar';

/** Open around the clock. */
export const ALWAYS_OPEN: VersionedCalendar = {
  id: 'always',
  version: 1,
  timeZone: 'UTC',
  weekly: everyDay([{ from: '00:00', to: '24:00' }]),
  holidays: {},
  exceptions: {},
};

function everyDay<T>(hours: T): Record<'1' | '2' | '3' | '4' | '5' | '6' | '7', T> {
  return { '1': hours, '2': hours, '3': hours, '4': hours, '5': hours, '6': hours, '7': hours };
}
