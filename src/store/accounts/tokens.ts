import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import { collection, strictSchema, type Holds } from '../mongo/collection';

/** What the link in a mail opens. */
export type TokenPurpose = 'registration' | 'password_reset' | 'invitation';

/** A link sent by mail. Only the hash of its secret is kept, so that a copy of the database opens nothing. */
export interface AccountToken {
  _id: string;
  /** SHA-256 of the secret, hex. */
  secretHash: string;
  purpose: TokenPurpose;
  /** The registration, the person or the invitation that it stands for. */
  subjectId: string;
  createdAt: Date;
  expiresAt: Date;
  /** Who has used it up: another value for each use; null while it is good. */
  usedBy: string | null;
}

/** The part of the store that holds them. */
export type AccountTokensStore = Holds<'accountTokens', AccountToken>;

const MINUTE_MS = 60_000;

/** How long a link is good, from the moment at which it is mailed. */
export const TOKEN_LIFETIME_MS: Readonly<Record<TokenPurpose, number>> = {
  registration: 24 * 60 * MINUTE_MS,
  password_reset: 30 * MINUTE_MS,
  invitation: 7 * 24 * 60 * MINUTE_MS,
};

const FORM = /^([0-9a-f]{20})\.([\w-]{43})$/;

export function accountTokenModel(connection: Connection): Model<AccountToken> {
  const schema = strictSchema('account_tokens', {
    _id: { type: String, required: true },
    secretHash: { type: String, required: true },
    purpose: { type: String, required: true },
    subjectId: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    usedBy: { type: String, default: null },
  });
  schema.index({ subjectId: 1, purpose: 1 });
  // Sweeps only: what counts is checked when a link is used.
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  return collection(connection, 'AccountToken', schema);
}

/** Makes a link's token. Its text, `<id>.<secret>`, is known now and never again. */
export async function issueToken(
  store: AccountTokensStore,
  purpose: TokenPurpose,
  subjectId: string,
  now: Date,
): Promise<string> {
  const id = randomBytes(10).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + TOKEN_LIFETIME_MS[purpose]);
  const token = { _id: id, secretHash: hash(secret), purpose, subjectId, createdAt: now, expiresAt };
  await store.accountTokens.create({ ...token, usedBy: null });
  return `${id}.${secret}`;
}

/** Whom a link stands for, while it is good; looking does not use it up. */
export async function readToken(
  store: AccountTokensStore,
  purpose: TokenPurpose,
  text: string,
  now: Date,
): Promise<AccountToken | null> {
  const [, id, secret] = FORM.exec(text) ?? [];
  if (id === undefined || secret === undefined) return null;
  const token = await store.accountTokens.findById(id).lean<AccountToken>().exec();
  if (token?.purpose !== purpose || token.usedBy !== null || now >= token.expiresAt) return null;
  return timingSafeEqual(Buffer.from(hash(secret)), Buffer.from(token.secretHash)) ? token : null;
}

/**
 * Uses a link up, once; of several requests at once one gets it.
 * @returns whether it is the caller's
 */
export async function useToken(store: AccountTokensStore, { _id }: AccountToken): Promise<boolean> {
  const used = { usedBy: randomBytes(8).toString('hex') };
  const { modifiedCount } = await store.accountTokens.updateOne({ _id, usedBy: null }, { $set: used }).exec();
  return modifiedCount === 1;
}

/** Ends every other link of the same purpose: a mail may have been sent twice. */
export async function endTokens(
  store: AccountTokensStore,
  purpose: TokenPurpose,
  subjectId: string,
): Promise<void> {
  await store.accountTokens
    .updateMany({ subjectId, purpose, usedBy: null }, { $set: { usedBy: 'ended' } })
    .exec();
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
