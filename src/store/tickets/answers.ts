import { Schema, type Connection, type Model } from 'mongoose';
import { epochMs, type Instant } from '../../domain/instant';
import { findByKey, insertByKey } from '../mongo/by-key';
import { collection, type Holds } from '../mongo/collection';

/** The first successful answer to an idempotency key, given again word for word. */
export interface AnswerDocument {
  /** Hash of caller and key. */
  _id: string;
  bodyHash: string;
  status: number;
  /** Sealed text instead of the body itself where `sealed`. */
  body: unknown;
  /** The answer holds a secret, which is kept nowhere in clear. */
  sealed?: boolean;
  headers: Record<string, string>;
  at: Instant;
  /** Absent in what was remembered before answers were forgotten. */
  forgetAt?: Date;
}

/** The part of the store that holds them. */
export type AnswersStore = Holds<'answers', AnswerDocument>;

/** The contract promises a day; a program that was away for weeks still finds what it was told. */
const REMEMBERED_MS = 30 * 24 * 3_600_000;
/** A secret is kept, sealed, for no longer than was promised. */
const SECRET_REMEMBERED_MS = 24 * 3_600_000;

export function answerModel(connection: Connection): Model<AnswerDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      bodyHash: String,
      status: Number,
      body: Schema.Types.Mixed,
      sealed: Boolean,
      headers: Schema.Types.Mixed,
      at: String,
      forgetAt: Date,
    },
    { collection: 'answers' },
  );
  schema.index({ forgetAt: 1 }, { expireAfterSeconds: 0 });
  return collection(connection, 'Answer', schema);
}

export function findAnswer(store: AnswersStore, id: string): Promise<AnswerDocument | null> {
  return findByKey(store.answers, id);
}

/**
 * Remembers an answer before it is given; of two at once the first stays.
 * @returns whether this one is remembered now
 */
export function rememberAnswer(
  store: AnswersStore,
  answer: Omit<AnswerDocument, 'forgetAt'>,
): Promise<boolean> {
  const forgetAt = new Date(epochMs(answer.at) + (answer.sealed ? SECRET_REMEMBERED_MS : REMEMBERED_MS));
  return insertByKey<AnswerDocument>(store.answers, { ...answer, forgetAt });
}
