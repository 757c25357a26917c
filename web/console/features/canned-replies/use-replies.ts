import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import type { Pages } from '../../../ui/query/use-pages';
import { useList } from '../../parts/use-list';

export type Reply = components['schemas']['CannedReply'];

/** The first word of every key under which canned replies are kept, the composer's too. */
export const REPLIES = ['canned-replies'] as const;

/** All canned replies, by title. */
export function useReplies(): Pages<Reply> {
  return useList<Reply>([...REPLIES, 'list'], ({ signal, cursor }) =>
    api.GET('/canned-replies', {
      params: { query: { limit: 50, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
}
