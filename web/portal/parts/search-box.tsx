import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMessages } from '../../ui/i18n/use-messages';
import { useTypedWords } from '../../ui/search/use-typed-words';

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
  const [typed, type] = useTypedWords(value, onChange, PAUSE_MS);
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
        typed !== '' && <CloseButton aria-label={t('ui.draft.discard')} onClick={() => type('')} />
      }
      value={typed}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}
