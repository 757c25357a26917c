import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { api } from '../api/client';
import { fieldErrors } from '../feedback/field-errors';
import { FormProblems } from '../feedback/form-problems';
import { useMessages } from '../i18n/use-messages';
import { queryKeys } from '../query/query-keys';
import { CodeInput } from './code-input';
import classes from './security.module.css';
import { QrCode } from './qr-code';
import { useMutationOnce } from './use-mutation-once';

/** What the telephone is to keep. */
export interface NewFactor {
  secret: string;
  uri: string;
}

/** Scan, and prove that the telephone has it. All other log-ins end with it. */
export function FactorConfirmation({
  factor: { secret, uri },
  onDone,
  onClose,
}: {
  factor: NewFactor;
  onDone: (codes: readonly string[]) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const confirm = useMutationOnce<string, { recoveryCodes: string[] }>(
    (given) => api.PUT('/second-factor/confirmation', { body: { code: given } }),
    ({ recoveryCodes }) => {
      void queries.invalidateQueries({ queryKey: queryKeys.who });
      void queries.invalidateQueries({ queryKey: ['sessions'] });
      onDone(recoveryCodes);
    },
  );
  const errors = fieldErrors(confirm.error, t);
  return (
    <form
      noValidate
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate(code.replace(/\s/g, ''));
      }}
    >
      <ol className={classes['steps']}>
        <li>
          <Text mb="xs">{t('security.factor.scan')}</Text>
          <QrCode content={uri} label={t('security.factor.qr')} />
          <Text size="sm" mt="xs">
            {t('security.factor.secret')}
          </Text>
          <span className={classes['secret']}>{secret}</span>
        </li>
        <li>
          <Text mb="xs">{t('security.factor.confirm.body')}</Text>
          <FormProblems problem={confirm.error} errors={errors} labels={{ code: t('ui.totp') }} />
          <CodeInput value={code} error={errors['code']} onChange={setCode} />
        </li>
      </ol>
      <div className={classes['row']}>
        <Button type="submit" loading={confirm.isPending}>
          {t('security.factor.confirm')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
