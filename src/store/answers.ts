import { Schema, type Connection, type Model } from 'mongoose';
import type { Instant } from '../domain/instant';
import { findByKey, insertByKey } from './by-key';
import { collection } from './collection';
import type { Store } from './store';

/** The first successful answer to an idempotency key, given again word for word. */
export interface AnswerDocument {
  /** Hash of caller and key. */
  _id: string;
  bodyHash: string;
  status: number;
  body: unknown;
  headers: Record<string, string>;
  at: Instant;
}

export function answerModel(connection: Connection): Model<AnswerDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      bodyHash: String,
      status: Number,
      body: Schema.Types.Mixed,
      headers: Schema.Types.Mixed,
      at: String,
    },
    { collection: 'answers' },
  );
  return collection(connection, 'Answer', schema);
}

export function findAnswer(store: Store, id: string): Promise<AnswerDocument | null> {
  return findByKey(store.answers, id);
}

/**
 * Remembers an answer before it is given; of two at once the first stays.
 * @returns whether this one is remembered now
 */
export function rememberAnswer(store: Store, answer: AnswerDocument): Promise<boolean> {
  return insertByKey(store.answers, answer);
}
