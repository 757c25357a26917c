import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Page } from '../../../ui/shell/page';
import { PlainText } from '../../../ui/timeline/plain-text';
import { BackLink } from '../../parts/back-link';
import { Read } from '../../parts/read';
import { InvoiceSection } from './invoice-section';
import { LedgerSection } from './ledger-section';
import { SESSIONS_MESSAGES } from './messages';
import { PaymentsSection } from './payments-section';
import { SessionFacts } from './session-facts';
import { StateBadge } from './state-badge';
import { Steps } from './steps';
import { STEPS_ID } from './steps-id';
import { partsOf } from './session-parts';
import { Troubles } from './troubles';
import { useSession, type RemoteSession } from './use-sessions';

/** One session: what comes next, its money, its papers. */
export function SessionPage(): ReactElement {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const { id = '' } = useParams();
  return (
    <Page
      title={t('sessions.session.of', partsOf(id))}
      back={<BackLink to="/sesiones">{t('sessions.title')}</BackLink>}
    >
      <Read query={useSession(id)}>{(session) => <Session session={session} />}</Read>
    </Page>
  );
}

function Session({ session }: { session: RemoteSession }): ReactElement {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const { folio, state, quote } = session;
  return (
    <Stack gap="xl">
      <Group gap="sm">
        <StateBadge state={state} />
        <Anchor component={Link} to={`/tickets/${folio}`}>
          {t('sessions.ticket')} {folio}
        </Anchor>
      </Group>
      <Troubles session={session} />
      <Paper component="section" id={STEPS_ID} withBorder p="md" aria-label={t('sessions.next')}>
        <Title order={2} size="h4" mb="xs">
          {t('sessions.next')}
        </Title>
        <Stack>
          <Text>{t(`sessions.next.${state}`)}</Text>
          <Steps session={session} />
        </Stack>
      </Paper>
      <SessionFacts session={session} />
      {quote && <Terms text={quote.terms} version={quote.termsVersion} />}
      <PaymentsSection session={session} />
      <LedgerSection session={session} />
      <InvoiceSection session={session} />
    </Stack>
  );
}

/** What the client reads before paying; fixed with the quote. */
function Terms({ text, version }: { text: string; version: number }): ReactElement {
  const { t } = useMessages(SESSIONS_MESSAGES);
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {t('sessions.terms', { version })}
      </Title>
      <PlainText>{text}</PlainText>
    </section>
  );
}
