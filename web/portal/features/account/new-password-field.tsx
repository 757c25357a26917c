import { PasswordInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import classes from './account.module.css';
import { ACCOUNT_PAGES } from './messages';

/** As the service asks for. */
export const PASSWORD_LENGTH = 12;

/** A new password: long rather than complicated, shown when one wants to see it, made for password managers. */
export function NewPasswordField({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}): ReactElement {
  const { t } = useMessages(ACCOUNT_PAGES);
  const missing = PASSWORD_LENGTH - value.length;
  return (
    <div>
      <PasswordInput
        id="password"
        name="password"
        autoComplete="new-password"
        required
        maxLength={256}
        label={t('account.password')}
        description={t('account.password.hint')}
        error={error}
        value={value}
        visibilityToggleButtonProps={{ 'aria-label': t('account.password.show'), tabIndex: 0 }}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {value !== '' && (
        <small className={missing > 0 ? undefined : classes['enough']}>
          {missing > 0 ? t('account.password.missing', { count: missing }) : t('account.password.enough')}
        </small>
      )}
    </div>
  );
}
