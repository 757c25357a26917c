import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { Instant } from '../../../ui/format/instant';
import { Money } from '../../../ui/format/money';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Page } from '../../../ui/shell/page';
import { PlainText } from '../../../ui/timeline/plain-text';
import { Facts } from '../../parts/facts';
import { Read } from '../../parts/read';
import { InvoiceSection } from './invoice-section';
import { LedgerSection } from './ledger-section';
import { SESSIONS_MESSAGES } from './messages';
import { PaymentsSection } from './payments-section';
import { StateBadge } from './state-badge';
import { Steps } from './steps';
import { STEPS_ID } from './steps-id';
import { partsOf } from './sessions-page';
import { Troubles } from './troubles';
import { useSession, type RemoteSession } from './use-sessions';

/** One session: what comes next, its money, its papers. */
export function SessionPage(): ReactElement {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const { id = '' } = useParams();
  return (
    <Page title={t('sessions.session.of', partsOf(id))}>
      <Read query={useSession(id)}>{(session) => <Session session={session} />}</Read>
    </Page>
  );
}

function Session({ session }: { session: RemoteSession }): ReactElement {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const { folio, state, platform, reason, quote, slot, window: open, meetingReady } = session;
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
        <Text mb="md">{t(`sessions.next.${state}`)}</Text>
        <Steps session={session} />
      </Paper>
      <Facts
        items={[
          [t('sessions.platform'), t(`sessions.platform.${platform}`)],
          [t('sessions.reason'), reason],
          [
            t('sessions.price'),
            quote ? (
              <Money key="price" amountMinor={quote.amount} currency={quote.currency} />
            ) : (
              t('sessions.price.none')
            ),
          ],
          [
            t('sessions.validUntil'),
            quote ? <Instant key="valid" short at={quote.validUntil} /> : t('sessions.price.none'),
          ],
          [t('sessions.slot'), slot ? <Instant key="slot" at={slot.startsAt} /> : t('sessions.slot.none')],
          [t('sessions.window'), open ? <Instant key="opens" short at={open.opensAt} /> : '—'],
          [t('sessions.meetingReady'), t(meetingReady ? 'sessions.yes' : 'sessions.no')],
        ]}
      />
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
