import { NativeSelect, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import { MESSAGES } from './messages';

const COVERAGES = ['included', 'quoted', 'consulting', 'never'] as const;

/** The types by what the service covers, and what the chosen one means. */
export function TypeField({
  value,
  onChange,
  autoFocus = false,
}: {
  value: string;
  onChange: (type: string) => void;
  autoFocus?: boolean;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const types = useCatalog().data?.types ?? [];
  const chosen = types.find(({ id }) => id === value);
  return (
    <div>
      <NativeSelect
        id="type"
        data-autofocus={autoFocus || undefined}
        label={t('classification.type')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={COVERAGES.map((coverage) => ({
          group: t(`classification.type.${coverage}`),
          items: types
            .filter((type) => type.coverage === coverage)
            .map(({ id, label }) => ({ value: id, label })),
        }))}
      />
      {chosen && (
        <Text size="sm" c="dimmed" mt={4}>
          {chosen.description}
          {chosen.examples.length > 0 && ` ${t('classification.examples')}: ${chosen.examples.join(' · ')}`}
          {chosen.ceiling !== null &&
            ` ${t('classification.ceiling', { priority: t(`ui.priority.${chosen.ceiling}`) })}`}
        </Text>
      )}
    </div>
  );
}
