import { parseMasterKeys } from '../integrations/encryption/master-keys';
import { TicketKeys } from '../integrations/encryption/ticket-keys';
import type { Store } from '../store/store';
import {
  addOrganizationKey,
  findOrganizationKey,
  lastOrganizationKey,
} from '../store/tickets/organization-keys';
import { findTicketKey } from '../store/tickets/ticket-keys';

/**
 * The keys of the tickets over MongoDB.
 * @param masterKeys the setting PAYLOAD_MASTER_KEYS; null turns encryption off
 * @param patienceMs how long a key is sought while MongoDB does not answer
 * @throws Error when the setting is not a list of keys
 */
export function openTicketKeys(
  store: Store,
  masterKeys: string | null,
  { patienceMs = 0 }: { patienceMs?: number } = {},
): TicketKeys | null {
  if (masterKeys === null) return null;
  const source = {
    findTicketKey: (folio: string) => findTicketKey(store, folio),
    findOrganizationKey: (id: string) => findOrganizationKey(store, id),
    lastOrganizationKey: (organizationId: string) => lastOrganizationKey(store, organizationId),
    addOrganizationKey: (key: Parameters<typeof addOrganizationKey>[1]) => addOrganizationKey(store, key),
  };
  return new TicketKeys(parseMasterKeys(masterKeys), source, patienceMs);
}
