import { createHash, createSecretKey, type KeyObject } from 'node:crypto';

const KEY_BYTES = 32;

export interface MasterKey {
  /** Told from the key itself, so that nobody has to name keys. */
  readonly id: string;
  readonly secret: KeyObject;
}

/** The keys above all others: the first one wraps, every one of them opens what it has wrapped. */
export interface MasterKeys {
  readonly current: MasterKey;
  find(id: string): MasterKey | undefined;
}

/**
 * @param text keys of 32 bytes in base64, apart by commas or white space, the current one first
 * @throws Error that names the setting, never its value
 */
export function parseMasterKeys(text: string): MasterKeys {
  const keys = text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(masterKey);
  const [current] = keys;
  if (!current) throw new Error('PAYLOAD_MASTER_KEYS names no key');
  return { current, find: (id) => keys.find((key) => key.id === id) };
}

function masterKey(text: string): MasterKey {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== KEY_BYTES) throw new Error('PAYLOAD_MASTER_KEYS must be keys of 32 bytes in base64');
  const id = createHash('sha256').update('e-optics master key').update(bytes).digest('hex').slice(0, 12);
  return { id, secret: createSecretKey(bytes) };
}
