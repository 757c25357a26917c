import { z } from 'zod';
import { id } from './fields';
import { defineRoute } from './route';

const TAG = 'Attachments';

const attachmentSchema = z
  .strictObject({ id: z.string(), name: z.string(), size: z.number().int(), type: z.string() })
  .meta({ id: 'Attachment' });

/** A file where a ticket or an event names it; all but its id is null once it has been erased. */
export const attachmentReferenceSchema = z
  .strictObject({
    id: z.string(),
    name: z.string().nullable(),
    /** Bytes. */
    size: z.number().int().nullable(),
    type: z.string().nullable().describe('Media type'),
  })
  .meta({ id: 'AttachmentReference' });
export type AttachmentReference = z.output<typeof attachmentReferenceSchema>;

export const ATTACHMENT_ROUTES = [
  defineRoute({
    id: 'createAttachment',
    method: 'post',
    path: '/attachments',
    tag: TAG,
    summary: 'Upload a file (multipart field `file`, 20 MiB) to be named by a ticket or message',
    permission: 'attachments.write',
    answers: [{ status: 201, description: 'The file', schema: attachmentSchema }],
    problems: ['file_missing', 'file_too_large', 'file_type_not_allowed', 'unsupported_media_type'],
    reads: 'multipart',
  }),
  defineRoute({
    id: 'getAttachment',
    method: 'get',
    path: '/attachments/{id}',
    tag: TAG,
    summary: 'Download a file: its uploader, and whoever may read the ticket that names it',
    permission: 'attachments.read',
    params: z.strictObject({ id }),
    answers: [
      {
        status: 200,
        description: 'The bytes',
        contentType: '*/*',
        headers: { 'Content-Disposition': 'Always a download' },
      },
    ],
  }),
] as const;
