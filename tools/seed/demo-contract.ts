import { localDate } from '../../src/domain/business-time/local-date';
import type { Contract } from '../../src/domain/coverage/contract';
import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';
import type { DemoOrganization } from './demo-people';

const DAY_MS = 86_400_000;

/** The contract of a demo customer as of today, so that the demo works on any day. */
export function demoContract({ contract }: DemoOrganization, now: Date): Contract {
  return {
    number: contract.number,
    product: 'e-optics-online',
    startsOn: serviceDate(now, contract.beginsIn),
    endsOn: serviceDate(now, contract.endsIn),
    plan: 'anual',
    suspended: false,
  };
}

/** The day that it is for the service some days from now, as `YYYY-MM-DD`. */
export function serviceDate(now: Date, daysFromNow: number): string {
  return localDate(new Date(now.getTime() + daysFromNow * DAY_MS), DEFAULT_CALENDAR.timeZone);
}
