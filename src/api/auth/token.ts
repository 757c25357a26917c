import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret that opens something. `id` finds the record, `hash` is all that the record keeps of the secret. */
export interface Token {
  readonly id: string;
  readonly secret: string;
  /** SHA-256 of the secret, hex. Fast on purpose: 256 random bits can not be guessed, unlike a password. */
  readonly hash: string;
}

const ID_BYTES = 10;
const SECRET_BYTES = 32;

export function newToken(): Token {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return { id: randomBytes(ID_BYTES).toString('hex'), secret, hash: hashSecret(secret) };
}

/** Compares without telling by its duration how much of the secret was right. */
export function isSecretOf(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(secret)), Buffer.from(hash));
}

/** As a program sends it: `eok_<id>_<secret>`, a form that scanners for leaked secrets can recognise. */
export function formatApiKey({ id, secret }: Token): string {
  return `eok_${id}_${secret}`;
}

export function parseApiKey(text: string): Pick<Token, 'id' | 'secret'> | null {
  return parse(/^eok_([0-9a-f]{20})_([\w-]{43})$/, text);
}

/** As the cookie holds it: `<id>.<secret>`. */
export function formatSessionToken({ id, secret }: Token): string {
  return `${id}.${secret}`;
}

export function parseSessionToken(text: string): Pick<Token, 'id' | 'secret'> | null {
  return parse(/^([0-9a-f]{20})\.([\w-]{43})$/, text);
}

function parse(form: RegExp, text: string): Pick<Token, 'id' | 'secret'> | null {
  const [, id, secret] = form.exec(text) ?? [];
  return id !== undefined && secret !== undefined ? { id, secret } : null;
}

function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
