import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import type { ApiProblem } from '../api/api-problem';
import { useMessages } from '../i18n/use-messages';
import { problemSentence } from './problem-sentence';

/** A refusal beside what was tried; `children` for what can be done about it. */
export function ProblemAlert({
  problem,
  children,
}: {
  problem: ApiProblem;
  children?: ReactNode;
}): ReactElement {
  const { t } = useMessages();
  return (
    <Alert
      role="alert"
      color="red"
      variant="outline"
      bg="var(--mantine-color-body)"
      icon={<IconAlertTriangle aria-hidden />}
    >
      {problemSentence(problem, t)}
      {children}
    </Alert>
  );
}
