import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { AttentionSummary } from './attention-summary';
import { Box } from './box';
import { Colleagues } from './colleagues';
import { ContactData } from './contact-data';
import { IncidentData } from './incident-data';
import { TICKET_PAGE } from './messages';
import { Progress } from './progress';
import { SessionLinks } from './session-links';
import { TicketFacts } from './ticket-facts';
import classes from './ticket.module.css';

/** Everything about the ticket that is not the conversation. */
export function TicketData({ ticket }: { ticket: Ticket }): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  return (
    <aside className={classes['data']} aria-label={t('ticket.details')}>
      <Box title={t('ticket.data')}>
        <TicketFacts ticket={ticket} />
      </Box>
      <SessionLinks sessions={ticket.remoteSessions} />
      <Progress milestones={ticket.milestones} />
      <AttentionSummary attention={ticket.attention} />
      <IncidentData ticket={ticket} />
      <ContactData ticket={ticket} />
      <Colleagues ticket={ticket} />
    </aside>
  );
}
