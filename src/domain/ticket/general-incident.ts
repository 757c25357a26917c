import { DomainError } from '../domain-error';
import type { CommandData } from './commands';
import type { Rule } from './rule';

/** Many customers, one cause: the ticket stays its own, and is part of one incident at most. */
export const linkIncident: Rule<CommandData['linkIncident']> = {
  decide({ generalIncident }, { incidentId, title }) {
    if (generalIncident?.id === incidentId) return [];
    if (generalIncident) throw new DomainError('already_exists', 'folio');
    return [{ type: 'incident_linked', data: { incidentId, title } }];
  },
};

/** The cause was another one. A ticket that is not part of the incident stays as it is. */
export const unlinkIncident: Rule<CommandData['unlinkIncident']> = {
  decide({ generalIncident }, { incidentId }) {
    if (generalIncident?.id !== incidentId) return [];
    return [{ type: 'incident_unlinked', data: { incidentId, title: generalIncident.title } }];
  },
};
