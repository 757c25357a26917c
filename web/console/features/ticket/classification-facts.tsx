import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { PriorityBadge } from '../../../ui/badges/priority-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { FactGroup, Facts } from './fact';
import { MESSAGES } from './messages';

/** Type and priority, and what gave it. */
export function ClassificationFacts({
  ticket,
  onClassify,
}: {
  ticket: Ticket;
  onClassify?: () => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const catalog = useCatalog().data;
  const { type, priority, impact, urgency, milestones } = ticket;
  const coverage = catalog?.types.find(({ id }) => id === type)?.coverage;
  return (
    <FactGroup
      title={t('ticket.classification')}
      action={
        onClassify && (
          <Button size="compact-sm" variant="subtle" onClick={onClassify}>
            {t('ticket.classify')}
          </Button>
        )
      }
    >
      <Facts
        pairs={[
          [
            t('ticket.classification.type'),
            <>
              {typeLabel(catalog, type)}
              {milestones.categorized === null && ` (${t('ticket.classification.none')})`}
              {coverage !== undefined && (
                <>
                  <br />
                  {t(`ticket.coverage.${coverage}`)}
                </>
              )}
            </>,
          ],
          [t('ui.priority'), <PriorityBadge key="priority" priority={priority} />],
          [
            t('ticket.classification.matrix'),
            impact && urgency ? `${t(`ui.impact.${impact}`)} · ${t(`ui.urgency.${urgency}`)}` : null,
          ],
        ]}
      />
    </FactGroup>
  );
}
