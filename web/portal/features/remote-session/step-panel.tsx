import { Button, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { instantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { AccessPanel } from './access-panel';
import { hourText } from './day';
import { SESSION_PAGE } from './messages';
import { Panel } from './panel';
import { PaymentPanel } from './payment-panel';
import { QuotePanel } from './quote-panel';
import { lastOf } from './last-of';
import type { RemoteSession } from './remote-session';
import { ScheduledPanel } from './scheduled-panel';
import { SlotPicker } from './slot-picker';
import { Until } from './until';

/** Support did not hold it: another time is chosen without cost. */
const CHOOSE_AGAIN = {
  after: ['agent_absent', 'unheld', 'unattended'],
  until: ['captured', 'slot_chosen'],
} as const;

/** Its ticket closed before it was paid. */
const ENDED_WITH_TICKET = { after: ['ticket_gone'], until: [] } as const;

/** The bank gave the payment back after a dispute. */
const PAYMENT_LOST = { after: ['payment_lost'], until: [] } as const;

/** What comes next, and the one thing to do about it. */
export function StepPanel({ session }: { session: RemoteSession }): ReactElement {
  const { t, language } = useMessages(SESSION_PAGE);
  const { situation, instants, folio, startedAt, endedAt } = session;
  switch (situation) {
    case 'requested':
      return (
        <Panel lead title={t('remoteSession.requested')}>
          <Text>{t('remoteSession.requested.body')}</Text>
          <Until at={instants.requestValidUntil} label={t('remoteSession.validUntil')} />
        </Panel>
      );
    case 'quoted':
      return <QuotePanel session={session} />;
    case 'opening_payment_page':
    case 'awaiting_payment':
    case 'closing_payment_page':
    case 'cancelling':
      return <PaymentPanel session={session} />;
    case 'choose_time':
      return (
        <Panel lead title={t('remoteSession.chooseTime')}>
          <Text>
            {t(
              lastOf(session, CHOOSE_AGAIN)
                ? 'remoteSession.chooseAgain.body'
                : 'remoteSession.chooseTime.body',
            )}
          </Text>
          <Until at={instants.chooseTimeBefore} label={t('remoteSession.chooseBefore')} />
          <SlotPicker session={session} />
        </Panel>
      );
    case 'scheduled':
      return <ScheduledPanel session={session} />;
    case 'access_open':
    case 'in_progress':
    case 'ending_soon':
      return <AccessPanel session={session} />;
    case 'completed':
      return (
        <Panel lead title={t('remoteSession.completed')}>
          {startedAt !== null && endedAt !== null && (
            <Text>
              {t('remoteSession.completed.at', {
                start: instantText(startedAt, language),
                end: hourText(endedAt, language),
              })}
            </Text>
          )}
          <Text>{t('remoteSession.completed.body')}</Text>
          <ToTicket folio={folio} />
        </Panel>
      );
    case 'client_absent':
    case 'cancelled':
    case 'expired':
      return (
        <Panel lead title={t(`remoteSession.${situation}`)}>
          <Text>
            {t(
              lastOf(session, ENDED_WITH_TICKET)
                ? 'remoteSession.cancelled.ticket'
                : lastOf(session, PAYMENT_LOST)
                  ? 'remoteSession.cancelled.lost'
                  : `remoteSession.${situation}.body`,
            )}
          </Text>
          <ToTicket folio={folio} />
        </Panel>
      );
  }
}

function ToTicket({ folio }: { folio: string }): ReactElement {
  const { t } = useMessages(SESSION_PAGE);
  return (
    <div>
      <Button component={Link} to={`/tickets/${folio}`} variant="default">
        {t('remoteSession.toTicket')}
      </Button>
    </div>
  );
}
