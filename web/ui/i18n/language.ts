export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const PLACE = 'language';

/** The language chosen before; Spanish otherwise. */
export function keptLanguage(): Language {
  return localStorage.getItem(PLACE) === 'en' ? 'en' : 'es';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(PLACE, language);
}

/** Whose habits dates, numbers and plurals follow. */
export function localeOf(language: Language): string {
  return language === 'es' ? 'es-MX' : 'en-US';
}
