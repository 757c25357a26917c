import { TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';

/** The code that the telephone shows; may be pasted. */
export function CodeInput({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}): ReactElement {
  const { t } = useMessages();
  return (
    <TextInput
      id="code"
      required
      autoComplete="one-time-code"
      autoCapitalize="none"
      maxLength={24}
      label={t('ui.totp')}
      error={error}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
