import type { z } from 'zod';
import type { REGISTRATION_ROUTES } from '../../../contract/registrations';
import type { Registration } from '../../../store/accounts/registrations';
import { ApiError } from '../../problems/api-error';
import type { Place } from '../account-page';

type RegistrationView = z.input<(typeof REGISTRATION_ROUTES)[3]['answers'][0]['schema']>;

/** A registration as those see it who decide. What nobody verified is not shown: it may be anybody's address. */
export function registrationView(registration: Registration): RegistrationView {
  const { _id: id, email, name, phone, company, customerNumber, state } = registration;
  const { waitingFor, organizationId, decidedBy, refusalReason } = registration;
  if (state === 'unverified') throw new ApiError('not_found');
  return {
    id,
    ...{ email, name, phone, company, customerNumber, state, waitingFor, organizationId },
    ...{ decidedBy, refusalReason },
    createdAt: registration.createdAt.toISOString(),
    verifiedAt: registration.verifiedAt?.toISOString() ?? null,
    decidedAt: registration.decidedAt?.toISOString() ?? null,
  };
}

export function placeOf({ createdAt, _id }: Registration): Place {
  return [createdAt.toISOString(), _id];
}
