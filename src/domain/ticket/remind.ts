import type { FactData } from './commands';
import type { Rule } from './rule';
import { isWaitingForClient } from './ticket';

/** A reminder before silence closes; the last one of a grave ticket also tells the agent to phone. */
export const remind: Rule<FactData['remind']> = {
  decide(ticket, { hours }, { at }) {
    if (!isWaitingForClient(ticket)) return [];
    const { reminders, autoCloseAt } = ticket.waiting;
    // The wait may be another one by now than the one that the clock rang for.
    if (!reminders.some((reminder) => reminder.hours === hours && reminder.at <= at)) return [];
    const last = Math.min(...reminders.map((reminder) => reminder.hours));
    const grave = ticket.priority === 'urgent' || ticket.priority === 'high';
    return [{ type: 'reminder_sent', data: { hours, autoCloseAt, phoneTheClient: grave && hours === last } }];
  },
};
