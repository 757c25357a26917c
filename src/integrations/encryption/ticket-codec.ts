import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import { openPayload, sealingKeyId, sealPayload } from './sealed-payload';
import { KeyGoneError, type TicketKey, type TicketKeys } from './ticket-keys';

/**
 * Seals whatever the engine stores for a ticket and its sessions: arguments, results, signals, updates, memo.
 * The ticket is told by the id of the execution that a payload belongs to. A ticket without a key stays in the clear,
 * and what is in the clear is read as it is, so that executions from before go on.
 */
export function createTicketCodec(keys: Pick<TicketKeys, 'current'>): PayloadCodec {
  return {
    async encode(payloads, context) {
      const folio = folioIn(context);
      const key = folio === null ? null : await keyToSeal(keys, folio);
      return key ? payloads.map((one) => (isForOperators(one) ? one : sealPayload(key, one))) : payloads;
    },
    async decode(payloads, context) {
      const folio = folioIn(context);
      const opened: Payload[] = [];
      for (const payload of payloads) opened.push(await openFor(keys, folio, payload));
      return opened;
    },
  };
}

/**
 * What operators read without a key: the summaries and details of an execution and its timers, and the answer in which
 * the engine's page asks for them. They hold ids and instants only. They travel as bare strings, and so nothing that says
 * more than an id may: whatever a person wrote is part of an object.
 */
function isForOperators({ metadata, data }: Payload): boolean {
  if (!metadata?.['encoding'] || !JSON_PLAIN.equals(metadata['encoding']) || !data) return false;
  return data[0] === QUOTE || METADATA_ANSWER.every((byte, index) => data[index] === byte);
}

const JSON_PLAIN = Buffer.from('json/plain');
const QUOTE = '"'.charCodeAt(0);
const METADATA_ANSWER = Buffer.from('{"definition":{"type":');

/**
 * A ticket whose key was destroyed has nothing personal left in MongoDB either: money that comes back long afterwards is
 * settled in the clear.
 */
async function keyToSeal(keys: Pick<TicketKeys, 'current'>, folio: string): Promise<TicketKey | null> {
  try {
    return await keys.current(folio);
  } catch (error) {
    if (error instanceof KeyGoneError) return null;
    throw error;
  }
}

/**
 * What was not sealed by the ticket's own key stays as it is: the payload converter then takes it for nothing, and no
 * stranger's signal can stop a ticket. A key that can not be had throws: the engine tries the task again.
 */
async function openFor(
  keys: Pick<TicketKeys, 'current'>,
  folio: string | null,
  payload: Payload,
): Promise<Payload> {
  const keyId = sealingKeyId(payload);
  if (keyId === null) return payload;
  const owner = folioOfKey(keyId);
  if (owner === null || (folio !== null && owner !== folio)) return payload;
  const key = await keys.current(owner);
  return openIfOwn(key, keyId, payload);
}

/** The payload in the clear; unchanged when the key is not the one that sealed it, or it was altered. */
export function openIfOwn(key: TicketKey | null, keyId: string, payload: Payload): Payload {
  if (key?.id !== keyId) return payload;
  try {
    return openPayload(key, payload);
  } catch {
    return payload;
  }
}

/** The ticket that a key belongs to; null for an id that is none of ours. */
export function folioOfKey(keyId: string): string | null {
  return /^(\d+):[0-9a-f]+$/.exec(keyId)?.[1] ?? null;
}

/** The ticket that an execution belongs to: `ticket-<folio>`, `session-<folio>-<n>`. */
export function folioOfWorkflow(workflowId: string): string | null {
  return /^(?:ticket-(\d+)|session-(\d+)-\d+)$/.exec(workflowId)?.slice(1).find(Boolean) ?? null;
}

function folioIn(context: SerializationContext | undefined): string | null {
  return context?.workflowId === undefined ? null : folioOfWorkflow(context.workflowId);
}
