import type { FactData } from './commands';
import { concernsClient } from './mail-failure';
import type { Rule } from './rule';

/** A mail failed: the agent is told to phone, once. Nothing of the clock changes. */
export const flagMail: Rule<FactData['flagMail']> = {
  decide(ticket, failure) {
    if (ticket.mailFailed && concernsClient(failure)) return [];
    return [{ type: 'mail_failed', data: failure }];
  },
};
