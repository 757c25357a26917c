import type { Language } from './language';

const PLACE = 'language';

/** The language chosen before; Spanish otherwise. */
export function keptLanguage(): Language {
  return localStorage.getItem(PLACE) === 'en' ? 'en' : 'es';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(PLACE, language);
}
