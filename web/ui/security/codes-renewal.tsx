import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../api/client';
import { fieldErrors } from '../feedback/field-errors';
import { FormProblems } from '../feedback/form-problems';
import { useMessages } from '../i18n/use-messages';
import { CodeInput } from './code-input';
import classes from './security.module.css';
import { useMutationOnce } from './use-mutation-once';

/** New recovery codes in place of all others. */
export function CodesRenewal({
  onDone,
  onClose,
}: {
  onDone: (codes: readonly string[]) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages();
  const [code, setCode] = useState('');
  const renew = useMutationOnce<string, { recoveryCodes: string[] }>(
    (given) => api.POST('/second-factor/recovery-codes', { body: { code: given } }),
    ({ recoveryCodes }) => onDone(recoveryCodes),
  );
  const errors = fieldErrors(renew.error, t);
  return (
    <form
      noValidate
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        renew.mutate(code.trim());
      }}
    >
      <FormProblems problem={renew.error} errors={errors} labels={{ code: t('ui.totp') }} />
      <CodeInput value={code} error={errors['code']} onChange={setCode} />
      <div className={classes['row']}>
        <Button type="submit" loading={renew.isPending}>
          {t('security.factor.renew')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
