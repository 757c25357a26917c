import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactElement } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { TICKET_PAGE } from './messages';
import { Notice } from './notice';

/** Why a correction was not taken. When the ticket has changed, it is fetched, and saving again holds. */
export function Correction({ problem }: { problem: ApiProblem | null }): ReactElement | null {
  const { t } = useMessages(TICKET_PAGE);
  const queries = useQueryClient();
  const stale = problem?.code === 'stale_version';
  useEffect(() => {
    if (stale) void queries.invalidateQueries({ queryKey: queryKeys.ofTicket('').slice(0, 1) });
  }, [stale, queries]);
  if (problem === null) return null;
  if (!stale) return <ProblemAlert problem={problem} />;
  return <Notice role="alert">{t('ticket.stale')}</Notice>;
}
