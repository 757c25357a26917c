import type { Translate } from '../../../ui/i18n/use-messages';
import { ACTIONS } from './action-messages';

type Known = keyof typeof ACTIONS.es;

/** What was done in words; the route's own name for one that has none here. */
export function actionText(action: string, t: Translate<Known>): string {
  const key = `people.action.${action}`;
  return isKnown(key) ? t(key) : action;
}

function isKnown(key: string): key is Known {
  return key in ACTIONS.es;
}
