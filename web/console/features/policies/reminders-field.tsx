import { TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { POLICIES_MESSAGES } from './messages';

/** "24, 4": how long before the closing a client is reminded. */
export function RemindersField({
  value,
  onChange,
}: {
  value: readonly number[];
  onChange: (hours: number[]) => void;
}): ReactElement {
  const { t } = useMessages(POLICIES_MESSAGES);
  const [text, setText] = useState(() => value.join(', '));
  return (
    <TextInput
      id="reminderHours"
      label={t('policies.field.reminderHours')}
      description={t('policies.field.reminderHours.hint')}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        onChange(hoursIn(currentTarget.value));
      }}
    />
  );
}

function hoursIn(text: string): number[] {
  return text
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .map(Number)
    .filter((hours) => !Number.isNaN(hours));
}
