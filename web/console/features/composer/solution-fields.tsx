import { Group, NativeSelect, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';
import type { Writing } from './writing';

const ORIGINS = ['platform', 'client_use', 'third_party', 'not_reproduced'] as const;

/** What a solution has besides its text. */
export function SolutionFields({
  writing,
  disabled,
  onChange,
}: {
  writing: Writing;
  disabled: boolean;
  onChange: (next: Partial<Writing>) => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  return (
    <Group align="flex-start" grow gap="sm" preventGrowOverflow={false}>
      <Textarea
        label={t('composer.steps')}
        placeholder={t('composer.steps.hint')}
        autosize
        minRows={1}
        maxRows={5}
        disabled={disabled}
        value={writing.steps}
        onChange={(event) => onChange({ steps: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('composer.origin')}
        disabled={disabled}
        value={writing.origin}
        onChange={(event) => onChange({ origin: event.currentTarget.value })}
        data={[
          { value: '', label: t('composer.origin.unknown') },
          ...ORIGINS.map((origin) => ({ value: origin, label: t(`ui.origin.${origin}`) })),
        ]}
      />
    </Group>
  );
}
