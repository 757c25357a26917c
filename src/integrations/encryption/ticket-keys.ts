import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { OrganizationKeyDocument } from '../../store/tickets/organization-keys';
import type { WrappedTicketKey } from '../../store/tickets/wrapped-ticket-key';
import { BoundedMap } from './bounded-map';
import type { KeySource } from './key-source';
import type { MasterKeys } from './master-keys';
import { seal, unseal } from './seal';

/** A ticket's own key, ready for use. */
export interface TicketKey {
  /** `folio:random`. */
  readonly id: string;
  readonly secret: KeyObject;
}

/** The key was destroyed, or its record is lost: what it sealed can not be read. */
export class KeyGoneError extends Error {
  constructor(readonly folio: string) {
    super(`The key of ticket ${folio} is gone`);
    this.name = 'KeyGoneError';
  }
}

const KEY_BYTES = 32;
/** Far more than a worker keeps workflows warm, at some 300 bytes each. */
const KEPT_TICKETS = 20_000;
const KEPT_ORGANIZATIONS = 2_000;
/** How long a customer's key wraps here after another process has given the customer a newer one, ms. */
const WRAPS_FOR_MS = 300_000;
const PAUSE_MS = 200;
/** A key that is destroyed is forgotten by every process within this time, ms. */
const KNOWN_FOR_MS = 3_600_000;
/** While MongoDB is away a known key goes on: so long until the next look, ms. */
const LOOK_AGAIN_MS = 300_000;

/**
 * The keys of the tickets, each read once per process and kept while it is used, so that MongoDB may be away while
 * tickets go on. A ticket's key is wrapped by its customer's, and that by a master key.
 */
export class TicketKeys {
  private readonly known = new BoundedMap<{ key: TicketKey | null; lookAgainAt: number }>(KEPT_TICKETS);
  private readonly minted = new BoundedMap<TicketKey>(KEPT_TICKETS);
  private readonly organizations = new BoundedMap<KeyObject>(KEPT_ORGANIZATIONS);
  private readonly wrapping = new BoundedMap<{ id: string; secret: KeyObject; until: number }>(
    KEPT_ORGANIZATIONS,
  );
  private readonly reading = new Map<string, Promise<TicketKey | null>>();

  /** @param patienceMs how long a key that is not known here is sought while MongoDB does not answer */
  constructor(
    private readonly master: MasterKeys,
    private readonly source: KeySource,
    private readonly patienceMs = 0,
  ) {}

  /** A key for a new ticket, to be stored with its intake. */
  async mint(folio: string, organizationId: string): Promise<WrappedTicketKey> {
    const { id: by, secret } = await this.wrappingKey(organizationId);
    const id = `${folio}:${randomBytes(6).toString('hex')}`;
    const bytes = randomBytes(KEY_BYTES);
    this.minted.set(id, { id, secret: createSecretKey(bytes) });
    return { id, by, wrapped: seal(secret, bytes, id).toString('base64') };
  }

  /** An intake stands in MongoDB: its key, if it was made here, need not be read. */
  admit(folio: string, key: WrappedTicketKey | null | undefined): void {
    const made = key && this.minted.get(key.id);
    if (!made) return;
    this.minted.delete(made.id);
    this.keep(folio, made, KNOWN_FOR_MS);
  }

  /**
   * The key of a ticket; null when it never had one.
   * @throws KeyGoneError when it was destroyed; what MongoDB throws when it is away and the key not known here
   */
  current(folio: string): TicketKey | null | Promise<TicketKey | null> {
    const known = this.known.get(folio);
    if (known && Date.now() < known.lookAgainAt) return known.key;
    return this.reading.get(folio) ?? this.readOnce(folio);
  }

  /** As it stands in MongoDB now: for readers who must notice that a key was destroyed elsewhere. */
  async read(folio: string): Promise<TicketKey | null> {
    const stored = await this.source.findTicketKey(folio);
    if (stored === null) throw new KeyGoneError(folio);
    if (stored === undefined) return null;
    const wrapping = await this.organizationKey(stored.by);
    const bytes = unseal(wrapping, Buffer.from(stored.wrapped, 'base64'), stored.id);
    return { id: stored.id, secret: createSecretKey(bytes) };
  }

  /** Forgets a key that was destroyed. */
  forget(folio: string): void {
    this.known.delete(folio);
  }

  /** The same ticket key under the customer's present key; null when it is there already. */
  async rewrap(organizationId: string, key: WrappedTicketKey): Promise<WrappedTicketKey | null> {
    const wrapping = await this.wrappingKey(organizationId);
    if (key.by === wrapping.id) return null;
    const bytes = unseal(await this.organizationKey(key.by), Buffer.from(key.wrapped, 'base64'), key.id);
    return { id: key.id, by: wrapping.id, wrapped: seal(wrapping.secret, bytes, key.id).toString('base64') };
  }

  /** The same customer's key under the present master key; null when it is there already. */
  rewrapOrganization(key: OrganizationKeyDocument): Pick<OrganizationKeyDocument, 'wrapped' | 'by'> | null {
    const { current } = this.master;
    if (key.by === current.id) return null;
    const wrapped = seal(current.secret, this.openOrganization(key).export(), key._id);
    return { by: current.id, wrapped: wrapped.toString('base64') };
  }

  /** Gives a customer a new key, which wraps from now on. */
  async renew(organizationId: string): Promise<void> {
    const last = await this.source.lastOrganizationKey(organizationId);
    await this.source.addOrganizationKey(this.organizationKeyOf(organizationId, (last?.serial ?? 0) + 1));
    this.wrapping.delete(organizationId);
  }

  private readOnce(folio: string): Promise<TicketKey | null> {
    const reading = this.readPatiently(folio).finally(() => this.reading.delete(folio));
    this.reading.set(folio, reading);
    return reading;
  }

  private async readPatiently(folio: string): Promise<TicketKey | null> {
    const giveUpAt = Date.now() + this.patienceMs;
    for (;;) {
      try {
        const key = await this.read(folio);
        this.keep(folio, key, KNOWN_FOR_MS);
        return key;
      } catch (error) {
        if (error instanceof KeyGoneError) this.known.delete(folio);
        const known = this.known.get(folio);
        if (known) {
          this.keep(folio, known.key, LOOK_AGAIN_MS);
          return known.key;
        }
        if (error instanceof KeyGoneError || Date.now() >= giveUpAt) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }

  private keep(folio: string, key: TicketKey | null, forMs: number): void {
    this.known.set(folio, { key, lookAgainAt: Date.now() + forMs });
  }

  private async wrappingKey(organizationId: string): Promise<{ id: string; secret: KeyObject }> {
    const known = this.wrapping.get(organizationId);
    if (known && Date.now() < known.until) return known;
    const { _id: id } = await this.lastOrFirst(organizationId);
    const wrapping = { id, secret: await this.organizationKey(id), until: Date.now() + WRAPS_FOR_MS };
    this.wrapping.set(organizationId, wrapping);
    return wrapping;
  }

  private async lastOrFirst(organizationId: string): Promise<OrganizationKeyDocument> {
    const last = await this.source.lastOrganizationKey(organizationId);
    if (last) return last;
    const first = this.organizationKeyOf(organizationId, 1);
    if (await this.source.addOrganizationKey(first)) return first;
    return this.lastOrFirst(organizationId);
  }

  private async organizationKey(id: string): Promise<KeyObject> {
    const known = this.organizations.get(id);
    if (known) return known;
    const stored = await this.source.findOrganizationKey(id);
    if (!stored) throw new Error(`The customer's key ${id} is not in MongoDB`);
    const key = this.openOrganization(stored);
    this.organizations.set(id, key);
    return key;
  }

  private openOrganization({ _id, wrapped, by }: OrganizationKeyDocument): KeyObject {
    const master = this.master.find(by);
    if (!master) throw new Error(`PAYLOAD_MASTER_KEYS lacks the key ${by}`);
    return createSecretKey(unseal(master.secret, Buffer.from(wrapped, 'base64'), _id));
  }

  private organizationKeyOf(organizationId: string, serial: number): OrganizationKeyDocument {
    const { id: by, secret } = this.master.current;
    const _id = `${organizationId}:${serial}`;
    const wrapped = seal(secret, randomBytes(KEY_BYTES), _id).toString('base64');
    return { _id, organizationId, serial, wrapped, by, createdAt: new Date() };
  }
}
