import type { Feature } from '../../../ui/feature';
import { REPLIES_MESSAGES } from './messages';

/** Texts that agents send again and again. */
export const CANNED_REPLIES: Feature = {
  id: 'cannedReplies',
  routes: [
    {
      path: '/respuestas',
      lazy: async () => ({ Component: (await import('./replies-page')).RepliesPage }),
    },
  ],
  messages: REPLIES_MESSAGES,
};
