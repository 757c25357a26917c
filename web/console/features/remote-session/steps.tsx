import { Button, Group, Stack } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { AccessDialog } from './access-dialog';
import { CancelDialog } from './cancel-dialog';
import { MeetingDialog } from './meeting-dialog';
import { SESSIONS_MESSAGES } from './messages';
import { QuoteDialog } from './quote-dialog';
import { SlotDialog } from './slot-dialog';
import { TransferDialog } from './transfer-dialog';
import { useStep } from './use-step';
import type { RemoteSession, State } from './use-sessions';

type Step = 'quote' | 'transfer' | 'slot' | 'meeting' | 'access' | 'cancel';
type Outcome = 'started' | 'ended' | 'client_absent' | 'agent_absent';

const OUTCOMES: Partial<Record<State, readonly Outcome[]>> = {
  scheduled: ['started', 'client_absent', 'agent_absent'],
  in_progress: ['ended'],
};
const OPEN: readonly State[] = ['requested', 'quoted', 'checkout', 'paid', 'scheduled'];

/** What support can do with a session as it stands. */
export function Steps({ session }: { session: RemoteSession }): ReactElement {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const supervises = useViewer().role !== 'agent';
  const [opened, setOpened] = useState<Step | null>(null);
  const { id, state } = session;
  const record = useStep<Outcome>(
    (outcome, header) =>
      api.PUT('/remote-sessions/{id}/attendance', { params: { path: { id }, header }, body: { outcome } }),
    t('sessions.attendance.done'),
  );
  const open = (step: Step, label: string, main = false): ReactElement => (
    <Button {...(!main && { variant: 'default' })} onClick={() => setOpened(step)}>
      {label}
    </Button>
  );
  const close = (): void => setOpened(null);
  return (
    <Stack gap="sm">
      {record.error && <ProblemAlert problem={record.error} />}
      <Group gap="sm">
        {state === 'requested' && open('quote', t('sessions.quote'), true)}
        {state === 'quoted' && open('quote', t('sessions.quote'))}
        {(state === 'quoted' || state === 'checkout') &&
          supervises &&
          open('transfer', t('sessions.transfer'))}
        {state === 'paid' && open('slot', t('sessions.choose'), true)}
        {(OUTCOMES[state] ?? []).map((outcome, index) => (
          <Button
            key={outcome}
            {...(index > 0 && { variant: 'default' })}
            loading={record.isPending && record.variables === outcome}
            onClick={() => record.mutate(outcome)}
          >
            {t(`sessions.attendance.${outcome}`)}
          </Button>
        ))}
        {state === 'scheduled' && open('meeting', t('sessions.meeting'))}
        {(state === 'scheduled' || state === 'in_progress') && open('access', t('sessions.access'))}
        {state === 'scheduled' && open('slot', t('sessions.change'))}
        {OPEN.includes(state) && open('cancel', t('sessions.cancel'))}
      </Group>
      {opened === 'quote' && <QuoteDialog session={session} onClose={close} />}
      {opened === 'transfer' && <TransferDialog session={session} onClose={close} />}
      {opened === 'slot' && <SlotDialog session={session} onClose={close} />}
      {opened === 'meeting' && <MeetingDialog session={session} onClose={close} />}
      {opened === 'access' && <AccessDialog session={session} onClose={close} />}
      {opened === 'cancel' && <CancelDialog session={session} onClose={close} />}
    </Stack>
  );
}
