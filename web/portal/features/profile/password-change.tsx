import { Button, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { PROFILE_PAGES } from './messages';
import { useMutationOnce } from '../../../ui/security/use-mutation-once';

/** A password is changed by a link to the own address, so that a page left open is not enough. */
export function PasswordChange(): ReactElement {
  const { t } = useMessages(PROFILE_PAGES);
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
