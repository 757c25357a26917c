import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MeetingDialog } from './meeting-dialog';
import { SESSIONS_MESSAGES } from './messages';
import { RefundDialog } from './refund-dialog';
import { STEPS_ID } from './steps-id';
import { useStep } from './use-step';
import type { RemoteSession } from './use-sessions';

type Mending = NonNullable<RemoteSession['stuck']>[number]['action'];

/** What waits for support, each step with the one thing that mends it. */
export function Troubles({ session }: { session: RemoteSession }): ReactElement | null {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const [opened, setOpened] = useState<Mending | null>(null);
  const { id, stuck, payments, actions } = session;
  const retry = useStep<undefined>(
    (_, header) => api.POST('/remote-sessions/{id}/retries', { params: { path: { id }, header } }),
    t('sessions.retry.done'),
  );
  if (stuck === null || stuck.length === 0) return null;
  const owed = payments.find(({ refundDue }) => refundDue > 0);
  const mend = (action: Mending): ReactElement | null => {
    if (action === 'retry')
      return (
        <Button size="compact-md" loading={retry.isPending} onClick={() => retry.mutate(undefined)}>
          {t('sessions.retry')}
        </Button>
      );
    if (action === 'confirm_refund' && !actions.includes(action))
      return <Text fw={600}>{t('sessions.stuck.supervisor')}</Text>;
    if (action === 'give_meeting' || action === 'confirm_refund')
      return (
        <Button size="compact-md" onClick={() => setOpened(action)}>
          {t(action === 'give_meeting' ? 'sessions.meeting' : 'sessions.refund')}
        </Button>
      );
    return (
      <Anchor href={`#${STEPS_ID}`} fw={600}>
        {t('sessions.stuck.below')}
      </Anchor>
    );
  };
  return (
    <Alert
      color="red"
      variant="outline"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('sessions.troubles')}
    >
      <Stack gap="sm">
        {stuck.map(({ why, code, since, action }) => (
          <Group key={`${why} ${since}`} justify="space-between">
            <Text>
              {t(`sessions.why.${why}`)}
              {code !== null && ` (${code})`} · <Instant short at={since} />
            </Text>
            {mend(action)}
          </Group>
        ))}
        {retry.error && <ProblemAlert problem={retry.error} />}
      </Stack>
      {opened === 'give_meeting' && <MeetingDialog session={session} onClose={() => setOpened(null)} />}
      {opened === 'confirm_refund' && owed && (
        <RefundDialog id={id} payment={owed} onClose={() => setOpened(null)} />
      )}
    </Alert>
  );
}
