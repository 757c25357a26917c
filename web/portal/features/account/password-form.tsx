import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { fieldErrors } from '../../../ui/feedback/field-errors';
import { FormProblems } from '../../../ui/feedback/form-problems';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Page } from '../../../ui/shell/page';
import classes from './account.module.css';
import { DeadLink, type LinkPurpose } from './dead-link';
import { ACCOUNT_PAGES } from './messages';
import { NewPasswordField, PASSWORD_LENGTH } from './new-password-field';
import { useLinkToken } from './use-link-token';

/** The page that the link of a mail opens: one password, and the token goes with it. */
export function PasswordForm<Answer>({
  purpose,
  send,
  onDone,
}: {
  purpose: LinkPurpose;
  send: (token: string, password: string) => Promise<Answer>;
  onDone: (answer: Answer) => void;
}): ReactElement {
  const { t } = useMessages(ACCOUNT_PAGES);
  const token = useLinkToken();
  const [password, setPassword] = useState('');
  const [short, setShort] = useState(false);
  const choose = useMutation<Answer, ApiProblem, string>({
    retry: false,
    mutationFn: (secret) => send(token ?? '', secret),
    onSuccess: onDone,
  });
  if (token === null || choose.error?.code === 'invalid_token') return <DeadLink purpose={purpose} />;
  const errors = short ? { password: t('account.password.short') } : fieldErrors(choose.error, t);
  return (
    <Page title={t(`account.${purpose}.title`)} width="narrow">
      <form
        noValidate
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          setShort(password.length < PASSWORD_LENGTH);
          if (password.length >= PASSWORD_LENGTH) choose.mutate(password);
        }}
      >
        <Text>{t(`account.${purpose}.body`)}</Text>
        <FormProblems problem={choose.error} errors={errors} labels={{ password: t('account.password') }} />
        <NewPasswordField value={password} error={errors['password']} onChange={setPassword} />
        <Button type="submit" loading={choose.isPending}>
          {t(`account.${purpose}.send`)}
        </Button>
      </form>
    </Page>
  );
}
