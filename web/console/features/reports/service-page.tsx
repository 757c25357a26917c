import { Anchor, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { useMessages } from '../../../ui/i18n/use-messages';
import { DataTable } from '../../parts/data-table';
import { Read } from '../../parts/read';
import { CountsFigure } from './counts-figure';
import { REPORTS_MESSAGES } from './messages';
import { ReportFrame } from './report-frame';
import { TimesSection } from './times-section';
import { Total } from './total';
import { useReportSearch } from './use-range';
import { useService, type Service } from './use-reports';

/** How good the service is, in numbers. */
export function ServicePage(): ReactElement {
  const { t } = useMessages(REPORTS_MESSAGES);
  const { range } = useReportSearch();
  const service = useService(range);
  return (
    <ReportFrame
      title={t('reports.service')}
      intro={t('reports.service.intro')}
      days={service.data}
      csv={`/reports/service?${new URLSearchParams({ ...range }).toString()}`}
    >
      <Read query={service}>
        {(report) => (
          <Stack gap="xl">
            <Totals report={report} />
            <TimesSection times={report.times} />
            <Closings report={report} />
            <Recurring subjects={report.recurringSubjects} />
          </Stack>
        )}
      </Read>
    </ReportFrame>
  );
}

function Totals({ report: { registered, closed } }: { report: Service }): ReactElement {
  const { t } = useMessages(REPORTS_MESSAGES);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
      <Total
        name={t('reports.registered')}
        total={registered.total}
        parts={[
          [t('reports.onBehalf'), registered.onBehalf],
          [t('reports.splitParts'), registered.splitParts],
          [t('reports.followUps'), registered.followUps],
        ]}
      />
      <Total
        name={t('reports.closed')}
        total={closed.total}
        parts={[
          [t('reports.divided'), closed.divided],
          [t('reports.duplicates'), closed.duplicates],
          [t('reports.mailFailed'), closed.mailFailed],
        ]}
      />
      <Total
        name={t('reports.automatic')}
        total={closed.automatic.total}
        parts={[
          [t('reports.automatic.withSolution'), closed.automatic.withSolution],
          [t('reports.automatic.withoutSolution'), closed.automatic.withoutSolution],
        ]}
      />
      <Total
        name={t('reports.withoutWait')}
        total={closed.withoutWait.total}
        parts={[
          [t('reports.withoutWait.clientMessage'), closed.withoutWait.clientMessage],
          [t('reports.withoutWait.call'), closed.withoutWait.call],
          [t('reports.withoutWait.none'), closed.withoutWait.none],
        ]}
      />
    </SimpleGrid>
  );
}

function Closings({ report: { closed } }: { report: Service }): ReactElement {
  const { t } = useMessages(REPORTS_MESSAGES);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <CountsFigure
        title={t('reports.reasons')}
        counts={closed.reasons.map(({ reason, count }) => ({ name: t(`ui.reason.${reason}`), count }))}
      />
      <CountsFigure
        title={t('reports.origins')}
        counts={closed.origins.map(({ origin, count }) => ({
          name: origin === null ? t('reports.origin.unknown') : t(`ui.origin.${origin}`),
          count,
        }))}
      />
    </SimpleGrid>
  );
}

function Recurring({ subjects }: { subjects: Service['recurringSubjects'] }): ReactElement {
  const { t } = useMessages(REPORTS_MESSAGES);
  const links = (folios: readonly string[]): ReactNode =>
    folios.map((folio, index) => (
      <span key={folio}>
        {index > 0 && ', '}
        <Anchor component={Link} to={`/tickets/${folio}`} inherit underline="always">
          {folio}
        </Anchor>
      </span>
    ));
  return (
    <section>
      <Title order={2} size="h3">
        {t('reports.recurring')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('reports.recurring.intro')}
      </Text>
      {subjects.length === 0 ? (
        <EmptyState>{t('reports.recurring.empty')}</EmptyState>
      ) : (
        <DataTable
          caption={t('reports.recurring')}
          rows={subjects}
          rowKey={({ organization, word }) => `${organization.id} ${word}`}
          columns={[
            {
              header: t('reports.recurring.customer'),
              cell: ({ organization: { id, name } }) => (
                <Anchor component={Link} to={`/clientes/${id}`} inherit>
                  {name ?? id}
                </Anchor>
              ),
            },
            { header: t('reports.recurring.word'), cell: ({ word }) => word },
            { header: t('reports.count'), numeric: true, cell: ({ tickets }) => tickets },
            { header: t('reports.recurring.folios'), cell: ({ folios }) => links(folios) },
          ]}
        />
      )}
    </section>
  );
}
