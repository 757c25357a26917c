import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from './language';
import type { MessageKey, Messages } from './messages';
import type { SHARED } from './shared-messages';
import { addMessages } from './start-messages';
import type { SharedKey, Translate } from './translate';

export type { SharedKey, Translate };

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
