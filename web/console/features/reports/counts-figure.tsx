import { Skeleton, Title } from '@mantine/core';
import { lazy, Suspense, type ReactElement } from 'react';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { useMessages } from '../../../ui/i18n/use-messages';
import { DataTable } from '../../parts/data-table';
import { REPORTS_MESSAGES } from './messages';

const CountsChart = lazy(async () => ({ default: (await import('./counts-chart')).CountsChart }));

/** How many tickets of each kind: a chart, and its table. */
export function CountsFigure({
  title,
  counts,
}: {
  title: string;
  counts: readonly { name: string; count: number }[];
}): ReactElement {
  const { t } = useMessages(REPORTS_MESSAGES);
  const rows = counts.filter(({ count }) => count > 0);
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      {rows.length === 0 ? (
        <EmptyState>{t('reports.empty')}</EmptyState>
      ) : (
        <>
          <Suspense fallback={<Skeleton height={160} />}>
            <CountsChart
              label={t('reports.chart', { name: title })}
              rows={rows}
              bars={[{ name: 'count', label: t('reports.count'), color: 'blue.7' }]}
            />
          </Suspense>
          <DataTable
            caption={title}
            rows={rows}
            rowKey={({ name }) => name}
            columns={[
              { header: title, cell: ({ name }) => name },
              { header: t('reports.count'), numeric: true, cell: ({ count }) => count },
            ]}
          />
        </>
      )}
    </section>
  );
}
