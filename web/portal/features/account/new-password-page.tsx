import { IconCircleCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ACCOUNT_PAGES } from './messages';
import { Outcome } from './outcome';
import { PasswordForm } from './password-form';
import { ToLogIn } from './to-log-in';

/** Chooses another password with the link of a mail. */
export function NewPasswordPage(): ReactElement {
  const { t } = useMessages(ACCOUNT_PAGES);
  const queries = useQueryClient();
  const [changed, setChanged] = useState(false);
  if (changed)
    return (
      <Outcome title={t('account.changed.title')} tone="success" icon={IconCircleCheck} action={<ToLogIn />}>
        {t('account.changed.body')}
      </Outcome>
    );
  return (
    <PasswordForm
      purpose="new"
      send={(token, password) =>
        api.PUT('/password-resets/{token}', { params: { path: { token } }, body: { password } })
      }
      onDone={() => {
        // Every session has ended, this browser's too.
        queries.clear();
        setChanged(true);
      }}
    />
  );
}
