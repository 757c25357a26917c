import { Text } from '@mantine/core';
import { IconCircleCheck, IconHourglass } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ACCOUNT_PAGES } from './messages';
import { Outcome } from './outcome';
import { PasswordForm } from './password-form';
import { ToLogIn } from './to-log-in';

type Standing = 'active' | 'waiting_approval';

/** Confirms the address of a registration. */
export function VerifyPage(): ReactElement {
  return <Confirmation purpose="verify" />;
}

/** Takes an invitation. */
export function InvitationPage(): ReactElement {
  return <Confirmation purpose="invitation" />;
}

function Confirmation({ purpose }: { purpose: 'verify' | 'invitation' }): ReactElement {
  const { t } = useMessages(ACCOUNT_PAGES);
  const [standing, setStanding] = useState<Standing | null>(null);
  if (standing === null) return <PasswordForm purpose={purpose} send={confirm} onDone={setStanding} />;
  if (standing === 'active')
    return (
      <Outcome title={t('account.active.title')} tone="success" icon={IconCircleCheck} action={<ToLogIn />}>
        {t('account.active.body')}
      </Outcome>
    );
  return (
    <Outcome title={t('account.waiting.title')} tone="info" icon={IconHourglass}>
      <Text>{t('account.waiting.body')}</Text>
      <Text mt="sm">{t('account.waiting.next')}</Text>
    </Outcome>
  );
}

async function confirm(token: string, password: string): Promise<Standing> {
  const { data } = await api.POST('/registrations/verification', { body: { token, password } });
  return (data as { status: Standing }).status;
}
