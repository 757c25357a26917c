import type { CODEC_ROUTES } from '../../contract/codec';
import { folioOfKey, openIfOwn } from '../../integrations/encryption/ticket-codec';
import { sealingKeyId } from '../../integrations/encryption/sealed-payload';
import { KeyGoneError, type TicketKey, type TicketKeys } from '../../integrations/encryption/ticket-keys';
import { may } from '../../domain/access/permissions';
import type { HandlersOf } from '../handler';
import type { Principal } from '../principal';

interface Packed {
  metadata?: Record<string, string> | undefined;
  data?: string | undefined;
}

export const codecHandlers: HandlersOf<typeof CODEC_ROUTES> = {
  async decodePayloads({ principal, body, requestId, http }, { ticketKeys, noteOpened }) {
    if (!principal || !mayOpen(principal)) return { status: 200, body };
    const sealed = body.payloads.map(unpack);
    const folios = new Set(sealed.map(ownerOf).filter((folio) => folio !== null));
    // Noted before anything is shown: a look that nobody can know of is none.
    if (folios.size > 0) {
      const { userId, role, apiKeyId } = principal;
      const address = http.ip ?? null;
      await noteOpened({ userId, role, apiKeyId, folios: [...folios], requestId, address });
    }
    const keys = await readKeys(ticketKeys, folios);
    return { status: 200, body: { payloads: sealed.map((payload) => pack(open(payload, keys))) } };
  },

  encodePayloads: ({ body }) => Promise.resolve({ status: 200, body }),
};

function mayOpen({ role, scopes, mustEnrol }: Principal): boolean {
  return !mustEnrol && may(role, 'codec.use') && (scopes?.includes('codec.use') ?? true);
}

/** As they stand now: a key that was destroyed opens nothing any more, whatever is remembered here. */
async function readKeys(
  ticketKeys: TicketKeys | null,
  folios: ReadonlySet<string>,
): Promise<ReadonlyMap<string, TicketKey>> {
  const keys = new Map<string, TicketKey>();
  for (const folio of ticketKeys ? folios : []) {
    const key = await ticketKeys!.read(folio).catch(goneIsNone);
    if (key) keys.set(folio, key);
  }
  return keys;
}

function goneIsNone(error: unknown): null {
  if (error instanceof KeyGoneError) return null;
  throw error;
}

function open(payload: Payload, keys: ReadonlyMap<string, TicketKey>): Payload {
  const folio = ownerOf(payload);
  const key = folio === null ? null : (keys.get(folio) ?? null);
  return openIfOwn(key, sealingKeyId(payload) ?? '', payload);
}

type Payload = Parameters<typeof sealingKeyId>[0];

function ownerOf(payload: Payload): string | null {
  const keyId = sealingKeyId(payload);
  return keyId === null ? null : folioOfKey(keyId);
}

function unpack({ metadata = {}, data }: Packed): Payload {
  const named = Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value, 'base64')]);
  return {
    metadata: Object.fromEntries(named) as Record<string, Uint8Array>,
    ...(data !== undefined && { data: Buffer.from(data, 'base64') }),
  };
}

function pack({ metadata, data }: Payload): Packed {
  const named = Object.entries(metadata ?? {}).map(([name, value]) => [name, text(value)]);
  return {
    metadata: Object.fromEntries(named) as Record<string, string>,
    ...(data && { data: text(data) }),
  };
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
