import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from './language';
import type { MessageKey, Messages } from './messages';
import type { SHARED } from './shared-messages';

export type SharedKey = MessageKey<typeof SHARED>;

/** The sentence of a key, with its values filled in; `count` chooses the plural. */
export type Translate<Key extends string = SharedKey> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The strings of a feature's own catalogue and of the kit, by keys that are checked. */
export function useMessages<Own extends Messages = typeof SHARED>(
  own?: Own,
): { t: Translate<MessageKey<Own> | SharedKey>; language: Language } {
  const { t: translate, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'es';
  // A string shows even where its feature is not registered, as in a piece that two features share.
  const t = useCallback<Translate<string>>(
    (key, values) => translate(key, { defaultValue: own?.[language][key] ?? key, ...values }),
    [translate, own, language],
  );
  return { t, language };
}
