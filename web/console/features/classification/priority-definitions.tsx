import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Priority } from '../../../ui/api/types';
import { PriorityBadge } from '../../../ui/badges/priority-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import classes from './classification.module.css';
import { MESSAGES } from './messages';

/** The policy's definitions with examples; that of the chosen priority stands out. */
export function PriorityDefinitions({ chosen }: { chosen: Priority | null }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const priorities = useCatalog().data?.priorities ?? [];
  return (
    <section className={classes['definitions']} aria-label={t('classification.definitions')}>
      {priorities.map(({ id, definition, examples }) => (
        <div key={id} className={classes['definition']} data-chosen={id === chosen || undefined}>
          <PriorityBadge priority={id} />
          <Text size="sm" mt={4}>
            {definition}
          </Text>
          {examples.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('classification.examples')}: {examples.join(' · ')}
            </Text>
          )}
        </div>
      ))}
    </section>
  );
}
