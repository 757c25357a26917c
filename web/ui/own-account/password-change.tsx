import { Button, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../api/client';
import { ProblemAlert } from '../feedback/problem-alert';
import { useMessages } from '../i18n/use-messages';
import { useViewer } from '../session/viewer';
import { OWN_ACCOUNT } from './messages';
import { useMutationOnce } from '../security/use-mutation-once';

/** A password is changed by a link to the own address, so that a page left open is not enough. */
export function PasswordChange(): ReactElement {
  const { t } = useMessages(OWN_ACCOUNT);
  const { email } = useViewer();
  const ask = useMutationOnce<void, unknown>(
    () => api.POST('/password-resets', { body: { email } }),
    () => undefined,
  );
  if (ask.isSuccess) return <Text role="status">{t('profile.password.sent', { email })}</Text>;
  return (
    <>
      <Text>{t('profile.password.body')}</Text>
      {ask.error && <ProblemAlert problem={ask.error} />}
      <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
        {t('profile.password.send')}
      </Button>
    </>
  );
}
