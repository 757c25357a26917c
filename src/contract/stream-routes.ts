import type { Route } from './route';
import { defineRoute } from './route';

const openStream = defineRoute({
  id: 'openStream',
  method: 'get',
  path: '/stream',
  tag: 'Live updates',
  summary: 'What changes on the tickets within reach, as it happens',
  permission: 'stream.read',
  answers: [
    {
      status: 200,
      description: [
        'Server-sent events. `ticket` says that a ticket has an event: `{folio, seq, type}`, to be fetched where it is wanted;',
        'the same one may come twice. `presence` tells support that somebody of them came to a ticket, left it or began to reply: `{folio}`.',
        '`session` says that a paid session changed: `{id}`.',
        '`resync` says that something may have been missed: fetch what is shown again.',
        'A browser that reconnects sends `Last-Event-ID`, and gets what was written meanwhile.',
      ].join(' '),
      contentType: 'text/event-stream',
    },
  ],
});

export const STREAM_ROUTES = [openStream] as const satisfies readonly Route[];
