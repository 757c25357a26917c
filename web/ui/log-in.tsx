import { Alert, Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from './api/client';

/** The log-in page of both applications. */
export function LogIn(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const logIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => api.POST('/session', { body }),
    onSuccess: () => {
      queries.clear();
      return navigate('/');
    },
  });
  const submit = (form: FormData): void =>
    logIn.mutate({ email: text(form, 'email'), password: text(form, 'password') });
  return (
    <main>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <Stack maw={400} mx="auto" p="md">
          <Title order={1}>{t('ui.logIn')}</Title>
          {logIn.error && <Alert role="alert">{logIn.error.message || t('ui.unreachable')}</Alert>}
          <TextInput name="email" type="email" autoComplete="username" required label={t('ui.email')} />
          <PasswordInput name="password" autoComplete="current-password" required label={t('ui.password')} />
          <Button type="submit" loading={logIn.isPending}>
            {t('ui.logIn')}
          </Button>
        </Stack>
      </form>
    </main>
  );
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
