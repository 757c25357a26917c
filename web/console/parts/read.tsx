import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { ApiProblem } from '../../ui/api/api-problem';
import { ErrorState } from '../../ui/feedback/error-state';
import { ListSkeleton } from '../../ui/feedback/page-skeleton';

/** What one question to the service answered; until then its shape, or why not. */
export function Read<Data>({
  query,
  children,
}: {
  query: UseQueryResult<Data, ApiProblem>;
  children: (data: Data) => ReactNode;
}): ReactElement {
  const { data, error } = query;
  if (data !== undefined) return <>{children(data)}</>;
  if (error) return <ErrorState problem={error} onRetry={() => void query.refetch()} />;
  return <ListSkeleton />;
}
