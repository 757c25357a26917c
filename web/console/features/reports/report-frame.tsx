import { Group, Text, TextInput } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Page } from '../../../ui/shell/page';
import { SubNav } from '../../parts/sub-nav';
import { CsvButton } from './csv-button';
import { REPORTS_MESSAGES } from './messages';
import { useReportSearch } from './use-range';

/** A report: what it tells, its days, its own filters, and the way to take it away. */
export function ReportFrame({
  title,
  intro,
  days,
  csv,
  filters,
  children,
}: {
  title: string;
  intro: string;
  /** Those that the numbers shown are of. */
  days: { from: string; to: string } | undefined;
  /** The report's address at the service, with its question. */
  csv: string;
  filters?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const { t } = useMessages(REPORTS_MESSAGES);
  const { range, set } = useReportSearch();
  return (
    <Page title={title} actions={<CsvButton path={csv} />}>
      <SubNav
        label={t('reports.nav')}
        links={[
          { to: '/reportes', label: t('reports.trends') },
          { to: '/reportes/servicio', label: t('reports.service') },
        ]}
      />
      <Text mb="lg" maw={760} c="dimmed">
        {intro}
      </Text>
      <Group align="flex-end" mb="lg">
        {(['from', 'to'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={t(`reports.${name}`)}
            value={range[name] ?? days?.[name] ?? ''}
            onChange={({ currentTarget }) => set(name, currentTarget.value)}
          />
        ))}
        {filters}
      </Group>
      {children}
    </Page>
  );
}
