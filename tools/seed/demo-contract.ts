import type { Contract } from '../../src/domain/coverage/contract';
import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';
import type { DemoOrganization } from './demo-people';

const DAY_MS = 86_400_000;

/** The contract of a demo customer as of today, so that the demo works on any day. */
export function demoContract({ contract }: DemoOrganization, now: Date): Contract {
  return {
    number: contract.number,
    product: 'e-optics-online',
    startsOn: localDate(now, contract.beginsIn),
    endsOn: localDate(now, contract.endsIn),
    plan: 'anual',
    suspended: false,
  };
}

/** `YYYY-MM-DD` in the zone of the service, some days from now. The Swedish form happens to be the ISO one. */
export function localDate(now: Date, daysFromNow: number): string {
  const at = now.getTime() + daysFromNow * DAY_MS;
  return new Intl.DateTimeFormat('sv-SE', { timeZone: DEFAULT_CALENDAR.timeZone }).format(at);
}
