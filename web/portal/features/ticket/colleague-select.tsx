import { NativeSelect, Skeleton, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { ErrorState } from '../../../ui/feedback/error-state';
import { useMessages } from '../../../ui/i18n/use-messages';
import { TICKET_PAGE } from './messages';
import { useColleagues, type Colleague } from './use-colleagues';

/** Chooses somebody of the own customer, of those that are not `known` for it already. */
export function ColleagueSelect({
  label,
  known,
  chosen,
  error,
  onChange,
}: {
  label: string;
  known: readonly string[];
  chosen: Colleague | null;
  error?: string | undefined;
  onChange: (colleague: Colleague | null) => void;
}): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  const colleagues = useColleagues();
  if (colleagues.data === undefined)
    return colleagues.error === null ? (
      <Skeleton height={58} aria-busy aria-label={t('ui.loading')} />
    ) : (
      <ErrorState problem={colleagues.error} onRetry={() => void colleagues.refetch()} />
    );
  const others = colleagues.data.filter(({ id }) => !known.includes(id));
  if (others.length === 0) return <Text size="sm">{t('ticket.colleagues.nobody')}</Text>;
  return (
    <NativeSelect
      data-autofocus
      autoFocus
      label={label}
      required
      error={error}
      value={chosen?.id ?? ''}
      onChange={({ currentTarget }) => onChange(others.find(({ id }) => id === currentTarget.value) ?? null)}
      data={[
        { value: '', label: t('ticket.colleagues.placeholder') },
        ...others.map(({ id, name, branch }) => ({
          value: id,
          label: branch === null ? name : `${name} · ${branch.name}`,
        })),
      ]}
    />
  );
}
