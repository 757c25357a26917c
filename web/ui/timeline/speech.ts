import type { Language } from '../i18n/language';
import type { Translate } from '../i18n/translate';
import type { Names } from './names';

/** What is needed to put an event into words. */
export interface Speech {
  t: Translate;
  language: Language;
  names: Names;
}
