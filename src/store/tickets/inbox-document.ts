import { Schema, type Connection, type Model } from 'mongoose';
import type { Actor } from '../../domain/actor';
import type { Instant } from '../../domain/instant';
import { collection, type Holds } from '../mongo/collection';

/** A client's reply that was accepted: from here on it is final. */
export interface Reply {
  commandId: string;
  bodyHash: string;
  actor: Actor;
  body: string;
  attachmentIds: string[];
  /** The instant that decides between a reply and a closing. */
  receivedAt: Instant;
}

export interface RecordedReply {
  commandId: string;
  seq: number;
  /** Absent for those recorded before this was kept. */
  bodyHash?: string;
}

/**
 * The one document on which replies and closings meet. Every change is a compare-and-set on `rev`, so of a reply
 * and a closing at the same moment exactly one wins, whoever the workflow hears of first.
 */
export interface InboxDocument {
  _id: string;
  rev: number;
  /** Version of the ticket that last set `dueAt`. */
  version: number;
  /** Until when a reply stops the closing, while the client has the word. */
  dueAt: Instant | null;
  pending: Reply[];
  /** The last replies that are on record, with the `seq` of their events: what their senders ask for. */
  recorded: RecordedReply[];
  /** `receivedAt` of the first of them: what a search for forgotten replies asks for. */
  oldestPendingAt: Instant | null;
  sealed: { token: string; at: Instant } | null;
  /** Another value for each write: tells whose state this is. */
  writer: string;
}

/** The part of the store that holds them. */
export type InboxesStore = Holds<'inboxes', InboxDocument>;

export function inboxModel(connection: Connection): Model<InboxDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      rev: { type: Number, required: true },
      version: { type: Number, required: true },
      dueAt: { type: String, default: null },
      pending: { type: [Schema.Types.Mixed], default: [] },
      recorded: { type: [Schema.Types.Mixed], default: [] },
      oldestPendingAt: { type: String, default: null },
      sealed: { type: Schema.Types.Mixed, default: null },
      writer: { type: String, default: '' },
    },
    { collection: 'inboxes' },
  );
  schema.index({ _id: 1, rev: 1 }, { unique: true });
  schema.index({ oldestPendingAt: 1, _id: 1 });
  return collection(connection, 'Inbox', schema);
}

/** What stands for an inbox that nothing was written to. */
export function emptyInbox(folio: string): InboxDocument {
  return {
    _id: folio,
    rev: 0,
    version: 0,
    dueAt: null,
    pending: [],
    recorded: [],
    oldestPendingAt: null,
    sealed: null,
    writer: '',
  };
}
