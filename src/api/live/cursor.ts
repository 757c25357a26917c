import type { Instant } from '../../domain/instant';
import { ApiError } from '../problems/api-error';

/** Where a reader of the stream stands: the instant at which the event was written, and which one it was. */
export interface Cursor {
  readonly writtenAt: Instant;
  /** `folio:seq` */
  readonly eventId: string;
}

const FORM = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_(\d{1,18}:\d{1,9})$/;

export function formatCursor({ writtenAt, eventId }: Cursor): string {
  return `${writtenAt}_${eventId}`;
}

/** @throws ApiError invalid_request when it is none of ours */
export function parseCursor(text: string): Cursor {
  const [, writtenAt, eventId] = FORM.exec(text) ?? [];
  if (writtenAt === undefined || eventId === undefined || Number.isNaN(Date.parse(writtenAt))) {
    throw new ApiError('invalid_request', { errors: [{ path: 'Last-Event-ID', code: 'invalid_cursor' }] });
  }
  return { writtenAt, eventId };
}
