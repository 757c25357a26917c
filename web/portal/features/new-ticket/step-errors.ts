import type { Catalog, Person } from '../../../ui/api/types';
import type { FieldErrors } from '../../../ui/feedback/field-errors';
import type { Translate } from '../../../ui/i18n/use-messages';
import { contactErrors } from '../ticket/contact-errors';
import { fromLocalField } from '../ticket/moment';
import { contactOf, typeOf, type Request } from './request';

/** What is still missing in a step, by field. */
export function stepErrors(
  request: Request,
  step: Request['step'],
  { catalog, me, t }: { catalog: Catalog; me: Person; t: Translate },
): FieldErrors {
  switch (step) {
    case 1:
      return {
        ...(request.subject.trim() === '' && { subject: t('ui.field.required') }),
        ...(typeOf(request, catalog) === undefined && { type: t('ui.field.required') }),
      };
    case 2: {
      const at = fromLocalField(request.when);
      const asksWhen = typeOf(request, catalog)?.problem ?? false;
      return {
        ...(request.description.trim() === '' && { description: t('ui.field.required') }),
        ...(asksWhen && at === null && { incidentAt: t('ui.field.required') }),
        ...(asksWhen &&
          at !== null &&
          Date.parse(at) > Date.now() && { incidentAt: t('ui.field.incident_in_future') }),
      };
    }
    case 3:
      return contactErrors(contactOf(request, me), t);
  }
}

/** In which step a field of the service's refusal stands. */
export function stepOfField(path: string): Request['step'] {
  if (path === 'subject' || path === 'type') return 1;
  return ['description', 'incidentAt', 'product', 'productVersion', 'branchId'].includes(path) ? 2 : 3;
}
