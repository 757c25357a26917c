import { localeOf, type Language } from '../i18n/language';

/** Bytes as "340 kB" or "1.2 MB". */
export function fileSizeText(bytes: number, language: Language = 'es'): string {
  const kilo = bytes / 1_000;
  const [value, unit] = kilo < 1_000 ? [Math.max(1, Math.round(kilo)), 'kB'] : [kilo / 1_000, 'MB'];
  return `${new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 }).format(value)} ${unit}`;
}
