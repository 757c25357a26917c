export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Whose habits dates, numbers and plurals follow. */
export function localeOf(language: Language): string {
  return language === 'es' ? 'es-MX' : 'en-US';
}
