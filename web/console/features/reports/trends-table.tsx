import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { DataTable, type Column } from '../../parts/data-table';
import { REPORTS_MESSAGES } from './messages';
import type { Series } from './series';

interface Row {
  period: string;
  index: number;
}

/** The numbers of the chart, and everything together. */
export function TrendsTable({
  caption,
  periods,
  series,
  totals,
}: {
  caption: string;
  periods: readonly string[];
  series: readonly Series[];
  totals: readonly number[];
}): ReactElement {
  const { t } = useMessages(REPORTS_MESSAGES);
  const columns: Column<Row>[] = [
    { header: t('reports.period'), cell: ({ period }) => period },
    ...series.map(({ name, counts }) => ({
      header: name,
      numeric: true,
      cell: ({ index }: Row) => counts[index] ?? 0,
    })),
    { header: t('reports.total'), numeric: true, cell: ({ index }) => totals[index] ?? 0 },
  ];
  // Days on which nothing happened say nothing; the chart shows the gaps.
  const rows = periods
    .map((period, index) => ({ period, index }))
    .filter(({ index }) => (totals[index] ?? 0) > 0);
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ period }) => period} />;
}
