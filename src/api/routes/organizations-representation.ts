import { localDate } from '../../domain/business-time/local-date';
import type { Contract, ContractStanding, LocalDate } from '../../domain/coverage/contract';
import { contractStanding } from '../../domain/coverage/contract';
import { DEFAULT_CALENDAR } from '../../domain/default-calendar';
import { findCalendar } from '../../store/accounts/calendars';
import { readOnlyUntil } from '../../domain/access/leaving-customer';
import type { Branch, Organization } from '../../store/accounts/organizations';
import { findPolicy } from '../../store/accounts/policies';
import type { Deps } from '../deps';

export interface OrganizationView {
  id: string;
  name: string;
  customerNumber: string | null;
  contracts: (Contract & { standing: ContractStanding })[];
  branches: Branch[];
  departure: { at: string; readOnlyUntil: string } | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

/** A customer, its contracts as they stand on a day. */
export function organizationView(organization: Organization, today: LocalDate): OrganizationView {
  const { _id: id, name, customerNumber, contracts, branches, departedAt } = organization;
  const { version, createdAt, updatedAt } = organization;
  return {
    id,
    name,
    customerNumber,
    contracts: contracts.map((contract) => ({ ...contract, standing: contractStanding(contract, today) })),
    branches,
    departure: departedAt && {
      at: departedAt.toISOString(),
      readOnlyUntil: readOnlyUntil(departedAt).toISOString(),
    },
    version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** The day it is where the service hours are kept: contracts begin and end with it. */
export async function serviceDay({ store, clock }: Pick<Deps, 'store' | 'clock'>): Promise<LocalDate> {
  const policy = await findPolicy(store);
  const calendar = policy && (await findCalendar(store, policy.calendarId));
  return localDate(clock(), (calendar ?? DEFAULT_CALENDAR).timeZone);
}
