import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { api } from '../../../ui/api/client';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MeetingDialog } from './meeting-dialog';
import { SESSIONS_MESSAGES } from './messages';
import { RefundDialog } from './refund-dialog';
import { partsOf } from './session-parts';
import { STEPS_ID } from './steps-id';
import { useStep } from './use-step';
import type { RemoteSession } from './use-sessions';

type Stuck = NonNullable<RemoteSession['stuck']>[number];

/**
 * What waits for support, each step with the one thing that mends it.
 * @param elsewhere outside the session's own page: says which session it is, and leads to it
 */
export function Troubles({
  session,
  elsewhere = false,
}: {
  session: RemoteSession;
  elsewhere?: boolean;
}): ReactElement | null {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const [opened, setOpened] = useState<Stuck | null>(null);
  const { id, stuck, payments, actions } = session;
  const retry = useStep<undefined>(
    (_, header) => api.POST('/remote-sessions/{id}/retries', { params: { path: { id }, header } }),
    t('sessions.retry.done'),
  );
  if (stuck === null || stuck.length === 0) return null;
  const page = `/sesiones/${id}`;
  const method = opened?.why === 'transfer_to_return' ? 'transfer' : 'card';
  const owed = payments.find((payment) => payment.refundDue > 0 && payment.method === method);
  const mend = (step: Stuck): ReactElement | null => {
    const { action } = step;
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
        <Button size="compact-md" onClick={() => setOpened(step)}>
          {t(action === 'give_meeting' ? 'sessions.meeting' : 'sessions.refund')}
        </Button>
      );
    return elsewhere ? (
      <Anchor component={Link} to={page} fw={600} underline="always">
        {t('sessions.stuck.below')}
      </Anchor>
    ) : (
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
      title={
        elsewhere ? (
          <Anchor component={Link} to={page} inherit underline="always">
            {t('sessions.troubles.of', { number: partsOf(id).number })}
          </Anchor>
        ) : (
          t('sessions.troubles')
        )
      }
    >
      <Stack gap="sm">
        {stuck.map((step) => (
          <Group key={`${step.why} ${step.since}`} justify="space-between">
            <Text>
              {t(`sessions.why.${step.why}`)}
              {step.code !== null && ` (${step.code})`} · <Instant short at={step.since} />
            </Text>
            {mend(step)}
          </Group>
        ))}
        {retry.error && <ProblemAlert problem={retry.error} />}
      </Stack>
      {opened?.action === 'give_meeting' && (
        <MeetingDialog session={session} onClose={() => setOpened(null)} />
      )}
      {opened?.action === 'confirm_refund' && owed && (
        <RefundDialog id={id} payment={owed} onClose={() => setOpened(null)} />
      )}
    </Alert>
  );
}
