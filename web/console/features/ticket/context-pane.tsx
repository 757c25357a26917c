import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { AttentionFacts } from './attention-facts';
import { ClassificationFacts } from './classification-facts';
import { ClientFacts } from './client-facts';
import { ContractFacts } from './contract-facts';
import { EarlierFacts } from './earlier-facts';
import { EngineLink } from './engine-link';
import { IncidentFacts } from './incident-facts';
import { LinkFacts } from './link-facts';
import { MESSAGES } from './messages';
import { ProductFacts } from './product-facts';
import { ReferralFacts } from './referral-facts';
import { SessionFacts } from './session-facts';
import { TargetFacts } from './target-facts';
import type { DialogName } from './ticket-dialogs';
import classes from './ticket.module.css';

/** All that an agent needs to know beside the conversation. */
export function ContextPane({
  ticket,
  onOpen,
}: {
  ticket: Ticket;
  onOpen: (dialog: DialogName) => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const open = ticket.status !== 'closed';
  const when = (dialog: DialogName): (() => void) | undefined => (open ? () => onOpen(dialog) : undefined);
  const [attend, classify, contact] = [when('attend'), when('classify'), when('contact')];
  const [correct, referral] = [when('correct'), when('referral')];
  return (
    <section className={classes['context']} aria-label={t('ticket.context')}>
      <TargetFacts ticket={ticket} />
      <IncidentFacts ticket={ticket} />
      <ClassificationFacts ticket={ticket} {...(classify && { onClassify: classify })} />
      <AttentionFacts ticket={ticket} {...(attend && { onAttend: attend })} />
      <ClientFacts ticket={ticket} {...(contact && { onCorrect: contact })} />
      <ContractFacts ticket={ticket} />
      <ProductFacts ticket={ticket} {...(correct && { onCorrect: correct })} />
      <ReferralFacts ticket={ticket} {...(referral && { onUpdate: referral })} />
      <SessionFacts ticket={ticket} />
      <LinkFacts ticket={ticket} />
      <EarlierFacts ticket={ticket} />
      <EngineLink folio={ticket.folio} />
    </section>
  );
}
