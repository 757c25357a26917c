import { Button, Group, Stack } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { AccessDialog } from './access-dialog';
import { CancelDialog } from './cancel-dialog';
import { MeetingDialog } from './meeting-dialog';
import { SESSIONS_MESSAGES } from './messages';
import { QuoteDialog } from './quote-dialog';
import { SlotDialog } from './slot-dialog';
import { TransferDialog } from './transfer-dialog';
import { useStep } from './use-step';
import type { RemoteSession } from './use-sessions';

type Step = 'quote' | 'transfer' | 'slot' | 'meeting' | 'access' | 'cancel';
type Outcome = 'started' | 'ended' | 'client_absent' | 'agent_absent';

const OUTCOMES = [
  ['start', 'started'],
  ['end', 'ended'],
  ['client_absent', 'client_absent'],
  ['agent_absent', 'agent_absent'],
] as const satisfies readonly (readonly [string, Outcome])[];

const STEPS: readonly RemoteSession['actions'][number][] = [
  ...OUTCOMES.map(([action]) => action),
  'quote',
  'confirm_transfer',
  'choose_slot',
  'give_meeting',
  'read_access',
  'cancel',
];

/** What support can do with a session as it stands: the service says which of it the viewer may do now. */
export function Steps({ session }: { session: RemoteSession }): ReactElement | null {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const [opened, setOpened] = useState<Step | null>(null);
  const { id, state, actions, slot } = session;
  const outcomes = OUTCOMES.filter(([action]) => actions.includes(action));
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
  if (STEPS.every((action) => !actions.includes(action))) return null;
  return (
    <Stack gap="sm">
      {record.error && <ProblemAlert problem={record.error} />}
      <Group gap="sm">
        {actions.includes('quote') &&
          open(
            'quote',
            t(state === 'quoted' ? 'sessions.quote.again' : 'sessions.quote'),
            state === 'requested',
          )}
        {actions.includes('confirm_transfer') && open('transfer', t('sessions.transfer'))}
        {actions.includes('choose_slot') && slot === null && open('slot', t('sessions.choose'), true)}
        {outcomes.map(([, outcome], index) => (
          <Button
            key={outcome}
            {...(index > 0 && { variant: 'default' })}
            loading={record.isPending && record.variables === outcome}
            onClick={() => record.mutate(outcome)}
          >
            {t(`sessions.attendance.${outcome}`)}
          </Button>
        ))}
        {actions.includes('give_meeting') && open('meeting', t('sessions.meeting'))}
        {actions.includes('read_access') && open('access', t('sessions.access'))}
        {actions.includes('choose_slot') && slot !== null && open('slot', t('sessions.change'))}
        {actions.includes('cancel') && open('cancel', t('sessions.cancel'))}
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
