import { Anchor, Button, Text, TextInput } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import { fieldErrors } from '../../../ui/feedback/field-errors';
import { FormProblems } from '../../../ui/feedback/form-problems';
import { useMessages } from '../../../ui/i18n/use-messages';
import { keepDestination, useDestination } from '../../../ui/session/destination';
import { useViewerOrNobody } from '../../../ui/session/viewer';
import { Page } from '../../../ui/shell/page';
import classes from './account.module.css';
import { ACCOUNT_PAGES } from './messages';
import { Outcome } from './outcome';

/** Asks for a link to choose another password; answers alike for every address. */
export function AskPasswordPage(): ReactElement {
  const { t } = useMessages(ACCOUNT_PAGES);
  const viewer = useViewerOrNobody();
  const { path, carry } = useDestination();
  const [email, setEmail] = useState(viewer?.email ?? '');
  const [blank, setBlank] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const ask = useMutation<unknown, ApiProblem, string>({
    retry: false,
    mutationFn: (address) => api.POST('/password-resets', { body: { email: address } }),
    onSuccess: (_answer, address) => {
      if (path !== null) keepDestination(address, path);
      setSentTo(address);
    },
  });
  if (sentTo !== null)
    return (
      <Outcome
        title={t('account.sent.title')}
        tone="info"
        icon={IconMailForward}
        action={
          <Button variant="default" onClick={() => setSentTo(null)}>
            {t('account.sent.other')}
          </Button>
        }
      >
        {t('account.sent.password', { email: sentTo })}
      </Outcome>
    );
  const errors = blank ? { email: t('ui.field.required') } : fieldErrors(ask.error, t);
  return (
    <Page title={t('account.ask.title')} width="narrow">
      <form
        noValidate
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          const address = email.trim();
          setBlank(address === '');
          if (address !== '') ask.mutate(address);
        }}
      >
        <Text>{t('account.ask.body')}</Text>
        <FormProblems problem={ask.error} errors={errors} labels={{ email: t('ui.email') }} />
        <TextInput
          id="email"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          label={t('ui.email')}
          error={errors['email']}
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <Button type="submit" loading={ask.isPending}>
          {t('account.ask.send')}
        </Button>
        <Anchor component={Link} to={carry('/entrar')}>
          {t('account.toLogIn')}
        </Anchor>
      </form>
    </Page>
  );
}
