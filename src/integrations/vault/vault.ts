import { createSecretKey, type KeyObject } from 'node:crypto';
import { seal, unseal } from '../encryption/seal';

/** Seals what must not be readable at rest: links, passwords, addresses and codes of sessions. */
export interface Vault {
  /** @param owner what the secret belongs to; opening it for another owner fails */
  seal(plain: string, owner: string): string;
  /** @throws Error when the key, the owner or the text is not the one that was sealed */
  open(sealed: string, owner: string): string;
}

const KEY_BYTES = 32;

/** Seals under one key, each secret for its owner. @param key 32 bytes, base64 */
export function createVault(key: string | null): Vault {
  const bytes = key === null ? null : Buffer.from(key, 'base64');
  if (bytes && bytes.length !== KEY_BYTES) throw new Error('SESSION_SECRET_KEY must be 32 bytes in base64');
  const secret = bytes && createSecretKey(bytes);
  const known = (): KeyObject => {
    if (!secret) throw new Error('SESSION_SECRET_KEY is not set');
    return secret;
  };
  return {
    seal: (plain, owner) => seal(known(), Buffer.from(plain, 'utf8'), owner).toString('base64'),
    open: (sealed, owner) => unseal(known(), Buffer.from(sealed, 'base64'), owner).toString('utf8'),
  };
}
