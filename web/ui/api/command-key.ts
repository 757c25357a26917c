/** The key of one logical command: the same for every attempt to send the same thing, a new one for the next. */
export interface CommandKey {
  keyFor(given: unknown): string;
  done(): void;
}

/**
 * With a `name` it survives a reload, so that what is sent again after one is not done twice. Without, it lives as long
 * as the object: for what must not be written to the disk, as passwords.
 */
export function createCommandKey(name?: string): CommandKey {
  let kept = name === undefined ? null : read(name);
  const keep = (next: Kept | null): void => {
    kept = next;
    if (name !== undefined) write(name, next);
  };
  return {
    keyFor(given) {
      const sent = JSON.stringify(given) ?? '';
      if (kept?.sent !== sent) keep({ sent, key: newKey() });
      return (kept as Kept).key;
    },
    done: () => keep(null),
  };
}

interface Kept {
  sent: string;
  key: string;
}

const PREFIX = 'command:';

/** `randomUUID` exists in secure contexts only; development over a plain address has none. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

function read(name: string): Kept | null {
  try {
    return JSON.parse(browserPlace().getItem(PREFIX + name) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

function write(name: string, kept: Kept | null): void {
  try {
    if (kept === null) browserPlace().removeItem(PREFIX + name);
    else browserPlace().setItem(PREFIX + name, JSON.stringify(kept));
  } catch {
    // No room or no permission: the key still holds until the page is left.
  }
}

interface Place {
  getItem: (name: string) => string | null;
  setItem: (name: string, value: string) => void;
  removeItem: (name: string) => void;
}

/** Named by its shape, since the tests run where there is no browser. */
function browserPlace(): Place {
  return (globalThis as unknown as { localStorage: Place }).localStorage;
}
