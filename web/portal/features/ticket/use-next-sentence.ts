import { instantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import type { NextStep } from './next-step';
import { NEXT_STEP } from './next-step-messages';

/** What happens next and by when, as one plain sentence. */
export function useNextSentence(): (step: NextStep) => string {
  const { t, language } = useMessages(NEXT_STEP);
  return ({ kind, by }) => {
    const when = by === null ? '' : instantText(by, language);
    if (kind !== 'support') return t(`ticket.next.${kind}`, { when });
    if (by === null) return t('ticket.next.support');
    return t(Date.parse(by) > Date.now() ? 'ticket.next.support.by' : 'ticket.next.support.late', { when });
  };
}
