import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { ApiProblem } from '../api/api-problem';
import { useMessages } from '../i18n/use-messages';
import { EmptyState } from './empty-state';
import { problemSentence } from './problem-sentence';

/** In place of what could not be read, with another try. */
export function ErrorState({
  problem,
  onRetry,
}: {
  problem: ApiProblem;
  onRetry?: () => void;
}): ReactElement {
  const { t } = useMessages();
  return (
    <EmptyState
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      action={
        onRetry && (
          <Button variant="default" onClick={onRetry}>
            {t('ui.retry')}
          </Button>
        )
      }
    >
      {problemSentence(problem, t)}
    </EmptyState>
  );
}
