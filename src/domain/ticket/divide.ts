import { DomainError } from '../domain-error';
import { typeRule } from '../policy/support-policy';
import { closing } from './close';
import type { CommandData } from './commands';
import type { Rule } from './rule';
import { askSettlement } from './targets';
import { isHeldBySession } from './ticket';

/** One topic per ticket: the parts become tickets of their own, linked both ways (policy, "TICKETS"). */
export const split: Rule<CommandData['split']> = {
  ask: (ticket, { keepOriginal }, asking) => (keepOriginal ? {} : askSettlement(ticket, asking)),
  decide(ticket, { parts, keepOriginal }, context) {
    if (parts.length < (keepOriginal ? 1 : 2)) throw new DomainError('too_few_parts', 'parts');
    parts.forEach((part, index) => {
      const rule = typeRule(context.policy, part.type);
      if (!rule) throw new DomainError('unknown_type', `parts.${index}.type`);
      if (part.incidentAt && part.incidentAt > context.at) {
        throw new DomainError('incident_in_future', `parts.${index}.incidentAt`);
      }
    });
    if (!keepOriginal && isHeldBySession(ticket)) throw new DomainError('session_open');
    const folios = context.partFolios ?? parts.map(() => '');
    const named = parts.map(({ subject, type }, index) => ({ folio: folios[index] ?? '', subject, type }));
    return [
      { type: 'split', data: { parts: named, keepOriginal } },
      ...(keepOriginal ? [] : closing(ticket, { reason: 'split' }, context)),
    ];
  },
};
