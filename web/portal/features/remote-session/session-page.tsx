import { Anchor, Button, Text } from '@mantine/core';
import { IconVideoOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { ErrorState } from '../../../ui/feedback/error-state';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Page } from '../../../ui/shell/page';
import { CancelSession } from './cancel-session';
import { InvoicePanel } from './invoice-panel';
import { SESSION_PAGE } from './messages';
import { Progress } from './progress';
import { ReceiptPanel } from './receipt-panel';
import type { RemoteSession } from './remote-session';
import classes from './session.module.css';
import { SessionFacts } from './session-facts';
import { StepPanel } from './step-panel';
import { useSession } from './use-session';

/** One paid session as its client sees it; live. */
export function SessionPage(): ReactElement {
  const { id = '' } = useParams();
  return <OneSession key={id} id={id} />;
}

function OneSession({ id }: { id: string }): ReactElement {
  const { t } = useMessages(SESSION_PAGE);
  const { data, error, refetch } = useSession(id);
  if (data !== undefined) return <SessionView session={data} />;
  const missing = error?.code === 'not_found' || error?.code === 'invalid_request';
  return (
    <Page title={t('remoteSession.title')}>
      {error === null && <ListSkeleton rows={4} />}
      {error !== null && !missing && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {missing && (
        <EmptyState
          icon={<IconVideoOff size={32} aria-hidden />}
          action={
            <Button component={Link} to="/">
              {t('ui.home')}
            </Button>
          }
        >
          {t('remoteSession.notFound')}
        </EmptyState>
      )}
    </Page>
  );
}

function SessionView({ session }: { session: RemoteSession }): ReactElement {
  const { t } = useMessages(SESSION_PAGE);
  const { folio, platform, receipt, actions } = session;
  return (
    <Page title={t(`remoteSession.title.${platform}`)}>
      <Text mb="md">
        <Anchor component={Link} to={`/tickets/${folio}`} underline="always">
          {t('remoteSession.ofTicket', { folio })}
        </Anchor>
      </Text>
      <Progress session={session} />
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <StepPanel session={session} />
          {receipt !== null && <ReceiptPanel receipt={receipt} />}
        </div>
        <div className={classes['column']}>
          <SessionFacts session={session} />
          {actions.includes('put_invoice_data') && <InvoicePanel session={session} />}
          {actions.includes('cancel') && <CancelSession session={session} />}
        </div>
      </div>
    </Page>
  );
}
