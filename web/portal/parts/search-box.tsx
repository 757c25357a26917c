import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type ReactElement } from 'react';
import { useMessages } from '../../ui/i18n/use-messages';

const PAUSE_MS = 300;

/** Words to search for; told when the typing pauses. */
export function SearchBox({
  label,
  placeholder,
  value,
  onChange,
}: {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}): ReactElement {
  const { t } = useMessages();
  const [typed, setTyped] = useState(value);
  const tell = useDebouncedCallback((words: string) => onChange(words.trim()), PAUSE_MS);
  // The address may change by itself, as with the browser's back button.
  useEffect(() => setTyped((now) => (now.trim() === value ? now : value)), [value]);
  return (
    <TextInput
      type="search"
      role="searchbox"
      flex={1}
      miw={0}
      aria-label={label}
      placeholder={placeholder}
      maxLength={200}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={
        typed !== '' && (
          <CloseButton
            aria-label={t('ui.draft.discard')}
            onClick={() => {
              setTyped('');
              onChange('');
            }}
          />
        )
      }
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        tell(currentTarget.value);
      }}
    />
  );
}
