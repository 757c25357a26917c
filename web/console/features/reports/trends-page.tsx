import { SegmentedControl, Select, Skeleton, Text } from '@mantine/core';
import { lazy, Suspense, type ReactElement } from 'react';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { cityOf } from '../../../ui/format/time-zone';
import { useMessages } from '../../../ui/i18n/use-messages';
import { typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { Read } from '../../parts/read';
import { REPORTS_MESSAGES } from './messages';
import { periodText } from './period-text';
import { ReportFrame } from './report-frame';
import { seriesOf, type Measure } from './series';
import { TrendsTable } from './trends-table';
import { useReportSearch } from './use-range';
import { GROUPS, STEPS, useTrends, type Trends } from './use-reports';

const TrendsChart = lazy(async () => ({ default: (await import('./trends-chart')).TrendsChart }));

const CHART_HEIGHT = 340;

/** Tickets over time, as a chart and as the table of its numbers. */
export function TrendsPage(): ReactElement {
  const { t } = useMessages(REPORTS_MESSAGES);
  const { range, get, set } = useReportSearch();
  const by = STEPS.find((known) => known === get('by')) ?? 'day';
  const group = GROUPS.find((known) => known === get('group')) ?? 'type';
  const measure: Measure = get('measure') === 'closed' ? 'closed' : 'registered';
  const query = { ...range, by, group };
  const trends = useTrends(query);
  return (
    <ReportFrame
      title={t('reports.trends')}
      intro={t('reports.trends.intro')}
      days={trends.data}
      csv={`/reports/trends?${new URLSearchParams(query).toString()}`}
      filters={
        <>
          <Select
            label={t('reports.group')}
            allowDeselect={false}
            value={group}
            data={GROUPS.map((value) => ({ value, label: t(`reports.group.${value}`) }))}
            onChange={(value) => set('group', value ?? '')}
          />
          <SegmentedControl
            transitionDuration={0}
            aria-label={t('reports.by')}
            value={by}
            data={STEPS.map((value) => ({ value, label: t(`reports.by.${value}`) }))}
            onChange={(value) => set('by', value)}
          />
          <SegmentedControl
            transitionDuration={0}
            aria-label={t('reports.measure')}
            value={measure}
            data={(['registered', 'closed'] as const).map((value) => ({
              value,
              label: t(`reports.measure.${value}`),
            }))}
            onChange={(value) => set('measure', value)}
          />
        </>
      }
    >
      <Read query={trends}>{(report) => <Numbers report={report} measure={measure} />}</Read>
    </ReportFrame>
  );
}

function Numbers({ report, measure }: { report: Trends; measure: Measure }): ReactElement {
  const { t, language } = useMessages(REPORTS_MESSAGES);
  const { data: catalog } = useCatalog();
  const nameOf = ({ id, name }: Trends['series'][number]): string => {
    if (id === null) return t('reports.none');
    if (report.group === 'type') return typeLabel(catalog, id);
    if (report.group === 'priority')
      return catalog?.priorities.find((priority) => priority.id === id)?.label ?? id;
    return name ?? id;
  };
  const series = seriesOf(report, measure, { nameOf, rest: t('reports.rest') });
  if (series.length === 0) return <EmptyState>{t('reports.empty')}</EmptyState>;
  const periods = report.periods.map((period) => periodText(period, report.by, language));
  const name = `${t(`reports.measure.${measure}`)}, ${t(`reports.group.${report.group}`)}`;
  return (
    <>
      <Suspense fallback={<Skeleton height={CHART_HEIGHT} />}>
        <TrendsChart label={t('reports.chart', { name })} periods={periods} series={series} />
      </Suspense>
      <Text size="sm" c="dimmed" my="md">
        {t('reports.zone', { zone: cityOf(report.timeZone) })}
      </Text>
      <TrendsTable caption={name} periods={periods} series={series} totals={report.totals[measure]} />
    </>
  );
}
