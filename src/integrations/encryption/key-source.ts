import type { OrganizationKeyDocument } from '../../store/tickets/organization-keys';
import type { WrappedTicketKey } from '../../store/tickets/wrapped-ticket-key';

/** Where wrapped keys are kept. */
export interface KeySource {
  findTicketKey(folio: string): Promise<WrappedTicketKey | null | undefined>;
  findOrganizationKey(id: string): Promise<OrganizationKeyDocument | null>;
  lastOrganizationKey(organizationId: string): Promise<OrganizationKeyDocument | null>;
  addOrganizationKey(key: OrganizationKeyDocument): Promise<boolean>;
}
