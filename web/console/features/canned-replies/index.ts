import type { Feature } from '../../../ui/feature';

/** Texts that agents send again and again. */
export const CANNED_REPLIES: Feature = {
  id: 'cannedReplies',
  routes: [
    {
      path: '/respuestas',
      lazy: async () => ({ Component: (await import('./replies-page')).RepliesPage }),
    },
  ],
};
