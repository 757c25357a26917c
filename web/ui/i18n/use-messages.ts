import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from './language';
import type { MessageKey, Messages } from './messages';
import type { SHARED } from './shared-messages';
import { addMessages } from './start-messages';

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
  if (own !== undefined) addMessages(own);
  const { t: translate, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'es';
  const t = useCallback<Translate<string>>((key, values) => translate(key, { ...values }), [translate]);
  return { t, language };
}
