import type { Payload } from '@temporalio/common';
import { seal, unseal } from './seal';
import type { TicketKey } from './ticket-keys';

/** As other encrypting codecs of the engine call it. */
const ENCODING = Buffer.from('binary/encrypted');
const KEY_ID = 'encryption-key-id';
const LENGTH_BYTES = 4;

/** The whole payload, metadata included, under the ticket's key; the key's id stands beside it in the clear. */
export function sealPayload(key: TicketKey, payload: Payload): Payload {
  return {
    metadata: { encoding: ENCODING, [KEY_ID]: Buffer.from(key.id) },
    data: seal(key.secret, pack(payload), key.id),
  };
}

/** @throws Error when the payload was not sealed by this key */
export function openPayload(key: TicketKey, payload: Payload): Payload {
  return unpack(unseal(key.secret, payload.data ?? new Uint8Array(), key.id));
}

/** The id of the key that sealed a payload; null for one in the clear. */
export function sealingKeyId({ metadata }: Payload): string | null {
  const encoding = metadata?.['encoding'];
  const id = metadata?.[KEY_ID];
  if (!encoding || !id || !ENCODING.equals(encoding)) return null;
  return Buffer.from(id).toString();
}

/** Length of the metadata (4 bytes, big-endian), the metadata as JSON with its values in base64, the data. */
function pack({ metadata, data }: Payload): Buffer {
  const named = Object.entries(metadata ?? {}).map(([name, value]) => [name, base64(value)]);
  const head = Buffer.from(JSON.stringify(Object.fromEntries(named)));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, data ?? new Uint8Array()]);
}

function unpack(packed: Buffer): Payload {
  const end = LENGTH_BYTES + packed.readUInt32BE(0);
  const head = JSON.parse(packed.toString('utf8', LENGTH_BYTES, end)) as Record<string, string>;
  const named = Object.entries(head).map(([name, value]) => [name, Buffer.from(value, 'base64')]);
  return { metadata: Object.fromEntries(named) as Record<string, Uint8Array>, data: packed.subarray(end) };
}

function base64(value: Uint8Array): string {
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
}
