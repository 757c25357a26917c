import { Button, PasswordInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../api/client';
import { fieldErrors } from '../feedback/field-errors';
import { FormProblems } from '../feedback/form-problems';
import { useMessages } from '../i18n/use-messages';
import { CodeInput } from './code-input';
import { FactorConfirmation, type NewFactor } from './factor-confirmation';
import classes from './security.module.css';
import { useMutationOnce } from './use-mutation-once';

interface Proof {
  password: string;
  code?: string;
}

/** Turns it on, or moves it to another telephone: first the password, then the first code. */
export function FactorStart({
  replaces,
  onDone,
  onClose,
}: {
  replaces: boolean;
  onDone: (codes: readonly string[]) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [factor, setFactor] = useState<NewFactor | null>(null);
  const begin = useMutationOnce<Proof, NewFactor>(
    (body) => api.POST('/second-factor', { body }),
    (given) => {
      setPassword('');
      setFactor(given);
    },
  );
  if (factor !== null) return <FactorConfirmation factor={factor} onDone={onDone} onClose={onClose} />;
  const errors = fieldErrors(begin.error, t);
  return (
    <form
      noValidate
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate(replaces ? { password, code: code.trim() } : { password });
      }}
    >
      <FormProblems
        problem={begin.error}
        errors={errors}
        labels={{ password: t('ui.password'), code: t('ui.totp') }}
      />
      <PasswordInput
        id="password"
        required
        autoFocus
        autoComplete="current-password"
        label={t('ui.password')}
        error={errors['password']}
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      {replaces && <CodeInput value={code} error={errors['code']} onChange={setCode} />}
      <div className={classes['row']}>
        <Button type="submit" loading={begin.isPending}>
          {t('security.factor.next')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
