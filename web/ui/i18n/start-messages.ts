import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keepLanguage, keptLanguage } from './kept-language';
import type { Language } from './language';
import type { Messages } from './messages';

/** Merges the catalogues of the kit and of the features into one, in the language chosen before. */
export async function startMessages(catalogues: readonly Messages[]): Promise<void> {
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

/** Switches every string of the page at once, and keeps the choice. */
export async function switchLanguage(language: Language): Promise<void> {
  keepLanguage(language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

function merge(catalogues: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  return Object.assign({}, ...catalogues) as Record<string, string>;
}
