import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { fieldErrors } from '../../../ui/feedback/field-errors';
import { FormProblems } from '../../../ui/feedback/form-problems';
import { useMessages } from '../../../ui/i18n/use-messages';
import { CodeInput } from './code-input';
import { PROFILE_PAGES } from './messages';
import classes from './profile.module.css';
import { useMutationOnce } from './use-mutation-once';

/** New recovery codes in place of all others. */
export function CodesRenewal({
  onDone,
  onClose,
}: {
  onDone: (codes: readonly string[]) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(PROFILE_PAGES);
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
          {t('profile.factor.renew')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
