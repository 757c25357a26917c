import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keepLanguage, keptLanguage } from './kept-language';
import { LANGUAGES, type Language } from './language';
import type { Messages } from './messages';

const added = new WeakSet<Messages>();

/** Begins with the catalogues that are there from the first moment, in the language chosen before. */
export async function startMessages(catalogues: readonly Messages[]): Promise<void> {
  for (const messages of catalogues) added.add(messages);
  const language = keptLanguage();
  document.documentElement.lang = language;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'es',
    keySeparator: false,
    nsSeparator: false,
    // React writes text, never markup.
    interpolation: { escapeValue: false },
    resources: {
      es: { translation: merge(catalogues.map(({ es }) => es)) },
      en: { translation: merge(catalogues.map(({ en }) => en)) },
    },
  });
}

/** A catalogue that came later, with its page; once. */
export function addMessages(messages: Messages): void {
  if (added.has(messages)) return;
  added.add(messages);
  for (const language of LANGUAGES) i18next.addResourceBundle(language, 'translation', messages[language]);
}

/** Switches every string of the page at once, and keeps the choice. */
export async function switchLanguage(language: Language): Promise<void> {
  keepLanguage(language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

function merge(catalogues: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  return Object.assign({}, ...catalogues) as Record<string, string>;
}
