import { readConfig } from '../src/config';
import { openTicketKeys } from '../src/engine/open-ticket-keys';
import type { TicketKeys } from '../src/integrations/encryption/ticket-keys';
import { openStore, type Store } from '../src/store/store';
import { rewrapOrganizationKeys } from '../src/store/tickets/organization-keys';
import { rewrapTicketKeys } from '../src/store/tickets/ticket-keys';
import { takeLeftSettings } from './start/left-settings';
import { runMain } from './toolchain/run-main';

export interface Rotated {
  /** Customers that got a new key. */
  organizations: number;
  /** Customers' keys that the present master key wraps now. */
  organizationKeys: number;
  /** Tickets' keys that their customer's present key wraps now. */
  ticketKeys: number;
}

/**
 * Wraps every customer's key by the first of the master keys, and on wish gives every customer a new key that wraps the
 * keys of their tickets. No ticket's own key changes, so all that was ever sealed stays readable, and nothing in the
 * engine is touched. Repeating it is harmless, also while people work.
 */
export async function rotateKeys(
  store: Store,
  keys: TicketKeys,
  { renewOrganizations }: { renewOrganizations: boolean },
): Promise<Rotated> {
  const organizationIds: string[] = await store.organizationKeys.distinct('organizationId');
  if (renewOrganizations) for (const id of organizationIds) await keys.renew(id);
  const organizationKeys = await rewrapOrganizationKeys(store, (key) => keys.rewrapOrganization(key));
  const ticketKeys = await rewrapTicketKeys(store, (organizationId, key) => keys.rewrap(organizationId, key));
  return { organizations: renewOrganizations ? organizationIds.length : 0, organizationKeys, ticketKeys };
}

async function main(): Promise<void> {
  takeLeftSettings();
  const config = readConfig();
  const store = await openStore(config.mongodbUri);
  try {
    const keys = openTicketKeys(store, config.payloadMasterKeys);
    if (!keys) throw new Error('PAYLOAD_MASTER_KEYS is not set: there is nothing to rotate');
    const renewOrganizations = process.argv.includes('--organizations');
    const rotated = await rotateKeys(store, keys, { renewOrganizations });
    console.log(
      `${rotated.organizations} customers got a new key; wrapped anew: ${rotated.organizationKeys} keys of customers, ` +
        `${rotated.ticketKeys} keys of tickets`,
    );
  } finally {
    await store.close();
  }
}

if (require.main === module) runMain(main);
