import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ATTACHMENT_ROUTES } from '../../contract/attachments';
import { mayReadTicket } from '../../domain/access/ticket-access';
import { addAttachment, openAttachment, removeAttachment } from '../../store/accounts/attachment-content';
import { findAttachment, type Attachment } from '../../store/accounts/attachments';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import { bodyHashOf } from '../http/fingerprint';
import { onRecord, type HandlersOf } from '../handler';
import type { Principal } from '../principal';
import { recall, remember } from '../http/remember';
import { readTicket } from '../tickets/read-ticket';
import { HEAD_BYTES, fileTypeOf, nameAs } from './attachments/file-type';
import { receiveFile } from './attachments/upload';

export const attachmentHandlers: HandlersOf<typeof ATTACHMENT_ROUTES> = {
  async createAttachment({ principal, http, commandId }, deps) {
    const { store, clock } = deps;
    const { _id, name, size, type, sha256 } = await receiveFile(
      http,
      async (file) => {
        const { head, whole } = await peek(file.content);
        const allowed = fileTypeOf(head, file.name);
        if (allowed === null) throw new ApiError('file_type_not_allowed', 'file');
        const named = nameAs(allowed, file.name);
        const given = { _id: randomUUID(), name: named, type: allowed, uploaderId: principal.userId };
        return addAttachment(store, given, whole, clock());
      },
      (kept) => removeAttachment(store, kept, clock()),
    );
    const answer = { status: 201, body: { id: _id, name, size, type } } as const;
    const bodyHash = bodyHashOf(http.method, http.path, { name, sha256 });
    if (await remember(deps, { commandId, bodyHash }, answer)) return answer;
    await removeAttachment(store, { _id }, clock());
    const first = await recall(deps, commandId);
    if (first?.bodyHash !== bodyHash) throw new ApiError('idempotency_key_reused');
    return { status: 201, body: first.body as typeof answer.body };
  },

  getAttachment: onRecord(find, async ({ reply }, { store }, { _id, name, type, size }) => {
    reply.attachment(name).set({
      'Content-Type': type,
      'Content-Length': String(size),
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    });
    if (reply.req.method === 'HEAD') reply.end();
    else await pipeline(openAttachment(store, _id), reply);
    return 'written';
  }),
};

/** Its uploader, and once a ticket names it whoever may read that ticket. */
async function find(
  principal: Principal,
  { id }: { id: string },
  { store }: Deps,
): Promise<Attachment | null> {
  const attachment = await findAttachment(store, id);
  if (attachment === null || attachment.uploaderId === principal.userId) return attachment;
  const record = attachment.folio === null ? null : await readTicket(store, attachment.folio);
  return record && mayReadTicket(principal, record.ticket) ? attachment : null;
}

/** The first bytes of a stream, and the stream with them back in front. */
async function peek(content: Readable): Promise<{ head: Buffer; whole: Readable }> {
  const chunks = content[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const seen: Buffer[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done) break;
    seen.push(next.value);
    length += next.value.length;
  }
  const rest: AsyncIterable<Buffer> = { [Symbol.asyncIterator]: () => chunks };
  const whole = Readable.from(
    (async function* () {
      yield* seen;
      yield* rest;
    })(),
    { objectMode: false },
  );
  return { head: Buffer.concat(seen).subarray(0, HEAD_BYTES), whole };
}
