import { DomainError } from '../domain-error';
import type { CommandData } from './commands';
import type { Rule } from './rule';

/** Contact data stays true only if it can be corrected (policy: truthful contact data is the client's duty). */
export const correctContact: Rule<CommandData['correctContact']> = {
  decide(ticket, { contact }) {
    return [{ type: 'contact_corrected', data: { contact, from: ticket.contact } }];
  },
};

/** What happened and when, while the ticket is open. */
export const correctIncident: Rule<CommandData['correctIncident']> = {
  decide(ticket, { incidentAt = ticket.incidentAt, description = ticket.description }, { at }) {
    if (incidentAt > at) throw new DomainError('incident_in_future', 'incidentAt');
    const from = { incidentAt: ticket.incidentAt, description: ticket.description };
    return [{ type: 'incident_corrected', data: { incidentAt, description, from } }];
  },
};
