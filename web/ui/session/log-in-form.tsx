import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { Who } from '../api/types';
import { ProblemAlert } from '../feedback/problem-alert';
import { useMessages } from '../i18n/use-messages';
import { useLogIn } from './use-log-in';

/** E-mail and password, and the code when the account has a second factor. Made for password managers. */
export function LogInForm({ email, onDone }: { email?: string; onDone: (who: Who) => void }): ReactElement {
  const { t } = useMessages();
  const [asksCode, setAsksCode] = useState(false);
  const logIn = useLogIn(onDone);
  const submit = (form: FormData): void => {
    const totp = text(form, 'totp').trim().toLowerCase();
    const given = { email: text(form, 'email').trim(), password: text(form, 'password') };
    logIn.mutate(totp === '' ? given : { ...given, totp }, {
      onError: ({ code }) => {
        if (code === 'totp_required') setAsksCode(true);
      },
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <Stack>
        {logIn.error && <ProblemAlert problem={logIn.error} />}
        <TextInput
          name="email"
          type="email"
          autoComplete="username"
          required
          label={t('ui.email')}
          defaultValue={email ?? ''}
        />
        <PasswordInput name="password" autoComplete="current-password" required label={t('ui.password')} />
        {asksCode && (
          <TextInput
            name="totp"
            autoComplete="one-time-code"
            autoCapitalize="none"
            autoFocus
            required
            label={t('ui.totp')}
            description={t('ui.totp.hint')}
          />
        )}
        <Button type="submit" loading={logIn.isPending}>
          {t('ui.logIn')}
        </Button>
      </Stack>
    </form>
  );
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
