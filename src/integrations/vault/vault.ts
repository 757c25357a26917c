import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Seals what must not be readable at rest: links, passwords, addresses and codes of sessions. */
export interface Vault {
  /** @param owner what the secret belongs to; opening it for another owner fails */
  seal(plain: string, owner: string): string;
  /** @throws Error when the key, the owner or the text is not the one that was sealed */
  open(sealed: string, owner: string): string;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** AES-256-GCM (NIST SP 800-38D), a fresh IV per secret, the owner as additional data. @param key 32 bytes, base64 */
export function createVault(key: string | null): Vault {
  const bytes = key === null ? null : Buffer.from(key, 'base64');
  if (bytes && bytes.length !== KEY_BYTES) throw new Error('SESSION_SECRET_KEY must be 32 bytes in base64');
  const known = (): Buffer => {
    if (!bytes) throw new Error('SESSION_SECRET_KEY is not set');
    return bytes;
  };
  return {
    seal(plain, owner) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', known(), iv).setAAD(Buffer.from(owner));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64');
    },
    open(sealed, owner) {
      const all = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', known(), all.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(owner))
        .setAuthTag(all.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const text = all.subarray(IV_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    },
  };
}
