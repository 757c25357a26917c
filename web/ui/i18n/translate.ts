import type { MessageKey } from './messages';
import type { SHARED } from './shared-messages';

export type SharedKey = MessageKey<typeof SHARED>;

/** The sentence of a key, with its values filled in; `count` chooses the plural. */
export type Translate<Key extends string = SharedKey> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;
