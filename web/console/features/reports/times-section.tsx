import { Skeleton, Space, Text, Title } from '@mantine/core';
import { lazy, Suspense, type ReactElement } from 'react';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { durationText } from '../../../ui/format/duration-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { DataTable } from '../../parts/data-table';
import { REPORTS_MESSAGES } from './messages';
import type { Service } from './use-reports';

const CountsChart = lazy(async () => ({ default: (await import('./counts-chart')).CountsChart }));

type Times = Service['times'];
type OfPriority = Times['byPriority'][number];
type Row = Omit<OfPriority, 'priority' | 'closed'> & { name: string };

/** First attention, replies and resolution in business time, by priority and together. */
export function TimesSection({ times }: { times: Times }): ReactElement {
  const { t } = useMessages(REPORTS_MESSAGES);
  const ofPriority = times.byPriority
    .filter(({ closed }) => closed > 0)
    .map((one) => ({ ...one, name: t(`ui.priority.${one.priority ?? 'none'}`) }));
  const rows: Row[] = [...ofPriority, { ...times, name: t('reports.times.all') }];
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {t('reports.times')}
      </Title>
      {ofPriority.length === 0 ? (
        <EmptyState>{t('reports.empty')}</EmptyState>
      ) : (
        <>
          <Suspense fallback={<Skeleton height={200} />}>
            <CountsChart
              label={t('reports.chart', { name: t('reports.compliance') })}
              rows={ofPriority.map(({ name, firstAttention: { met, missed } }) => ({ name, met, missed }))}
              bars={[
                { name: 'met', label: t('reports.met'), color: 'teal.7' },
                { name: 'missed', label: t('reports.missed'), color: 'red.7' },
              ]}
            />
          </Suspense>
          <Space h="md" />
          <DataTable
            caption={t('reports.times')}
            rows={rows}
            rowKey={({ name }) => name}
            columns={[
              { header: t('reports.times.priority'), cell: ({ name }) => name },
              {
                header: t('reports.times.firstAttention'),
                cell: ({ firstAttention }) => <Measured {...firstAttention} />,
              },
              { header: t('reports.times.nextReply'), cell: ({ nextReply }) => <Measured {...nextReply} /> },
              {
                header: t('reports.times.resolution'),
                cell: ({ resolution }) => <Measured {...resolution} />,
              },
            ]}
          />
        </>
      )}
    </section>
  );
}

function Measured({
  measured,
  medianMinutes,
  p90Minutes,
  met,
  missed,
}: {
  measured: number;
  medianMinutes: number | null;
  p90Minutes: number | null;
  met?: number;
  missed?: number;
}): ReactElement {
  const { t } = useMessages(REPORTS_MESSAGES);
  if (measured === 0 || medianMinutes === null) return <>—</>;
  const all = (met ?? 0) + (missed ?? 0);
  return (
    <div>
      <Text>{t('reports.times.median', { time: durationText(medianMinutes) })}</Text>
      {p90Minutes !== null && (
        <Text size="sm">{t('reports.times.p90', { time: durationText(p90Minutes) })}</Text>
      )}
      {all > 0 && met !== undefined && (
        <Text size="sm">{t('reports.times.met', { percent: Math.round((met / all) * 100), met, all })}</Text>
      )}
    </div>
  );
}
