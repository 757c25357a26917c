import { Button, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { productName, useCatalog } from '../../../ui/query/use-catalog';
import { FactGroup, Facts } from './fact';
import { MESSAGES } from './messages';

/** What the ticket is about, in which version, and since when. */
export function ProductFacts({
  ticket,
  onCorrect,
}: {
  ticket: Ticket;
  onCorrect?: () => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const catalog = useCatalog().data;
  const { product, productVersion, incidentAt } = ticket;
  const current = catalog?.products.find(({ id }) => id === product)?.currentVersion;
  const isCurrent = current === productVersion;
  return (
    <FactGroup
      title={t('ticket.product')}
      action={
        onCorrect && (
          <Button size="compact-sm" variant="subtle" aria-label={t('ticket.correct')} onClick={onCorrect}>
            {t('ticket.contact.short')}
          </Button>
        )
      }
    >
      <Text size="sm" fw={600}>
        {productName(catalog, product)}
      </Text>
      <Text size="sm">
        {t('ticket.product.version', { version: productVersion })}
        {current !== undefined &&
          ` · ${isCurrent ? t('ticket.product.current') : t('ticket.product.outdated', { version: current })}`}
      </Text>
      <Facts pairs={[[t('ticket.incidentAt'), <Instant key="at" at={incidentAt} short />]]} />
    </FactGroup>
  );
}
