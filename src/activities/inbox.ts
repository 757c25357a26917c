import { activityInfo } from '@temporalio/activity';
import type { Instant } from '../domain/instant';
import type { Reply } from '../store/tickets/inbox-document';
import { pendingReplies, sealInbox, unsealInbox } from '../store/tickets/inboxes';
import type { ActivityDeps } from './ports';

export interface Seal {
  folio: string;
  /** Names the closing. */
  token: string;
  /** Due instant of a closing by silence; null for a person's. */
  dueAt: Instant | null;
  /** Replies that the ticket already holds. */
  handled: string[];
}

export interface InboxActivities {
  /** Replies that wait, oldest first. Lifts a seal that no closing stands behind: the ticket asks, so it is open. */
  takeReplies(folio: string): Promise<Reply[]>;
  /** Seals the inbox for a closing; false when a reply stands against it. */
  seal(seal: Seal): Promise<boolean>;
}

export function createInboxActivities({ store }: ActivityDeps): InboxActivities {
  return {
    async takeReplies(folio) {
      // An attempt that was given up may run on, and must not lift the seal of a later closing.
      const givenUpAt = Date.now() + activityInfo().startToCloseTimeoutMs;
      await unsealInbox(store, folio, () => Date.now() < givenUpAt);
      return await pendingReplies(store, folio);
    },
    seal: ({ folio, token, dueAt, handled }) => sealInbox(store, folio, { token, dueAt, handled }),
  };
}
