import { randomBytes } from 'node:crypto';
import type { KeySource } from '../../../src/integrations/encryption/key-source';
import { parseMasterKeys } from '../../../src/integrations/encryption/master-keys';
import { TicketKeys } from '../../../src/integrations/encryption/ticket-keys';
import type { OrganizationKeyDocument } from '../../../src/store/tickets/organization-keys';
import type { WrappedTicketKey } from '../../../src/store/tickets/wrapped-ticket-key';

export const MASTER = randomBytes(32).toString('base64');

/** Wrapped keys in memory, in place of MongoDB: what is looked up is counted, and it can be away. */
export class MemoryKeys implements KeySource {
  readonly tickets = new Map<string, WrappedTicketKey | null>();
  readonly organizations = new Map<string, OrganizationKeyDocument>();
  away = false;
  reads = 0;

  keys(master = MASTER, patienceMs = 0): TicketKeys {
    return new TicketKeys(parseMasterKeys(master), this, patienceMs);
  }

  /** A ticket of a customer, registered by another process. */
  async ticket(folio: string, organizationId = 'optica'): Promise<void> {
    this.tickets.set(folio, await this.keys().mint(folio, organizationId));
  }

  findTicketKey(folio: string): Promise<WrappedTicketKey | null | undefined> {
    return this.look(() => this.tickets.get(folio));
  }

  findOrganizationKey(id: string): Promise<OrganizationKeyDocument | null> {
    return this.look(() => this.organizations.get(id) ?? null);
  }

  lastOrganizationKey(organizationId: string): Promise<OrganizationKeyDocument | null> {
    const all = [...this.organizations.values()].filter((key) => key.organizationId === organizationId);
    return this.look(() => all.sort((a, b) => b.serial - a.serial)[0] ?? null);
  }

  addOrganizationKey(key: OrganizationKeyDocument): Promise<boolean> {
    return this.look(() => {
      if (this.organizations.has(key._id)) return false;
      this.organizations.set(key._id, key);
      return true;
    });
  }

  private look<T>(answer: () => T): Promise<T> {
    this.reads += 1;
    return this.away ? Promise.reject(new Error('MongoDB is away')) : Promise.resolve(answer());
  }
}
