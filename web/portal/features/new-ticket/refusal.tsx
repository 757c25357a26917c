import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { NEW_TICKET_PAGE } from './messages';

const HINTS = ['contract_not_in_force', 'version_not_supported', 'unknown_attachment'] as const;

/** Why it was not registered, and what can be done about it. */
export function Refusal({ problem }: { problem: ApiProblem }): ReactElement {
  const { t } = useMessages(NEW_TICKET_PAGE);
  const hint = HINTS.find((code) => code === problem.code);
  return (
    <ProblemAlert problem={problem}>
      {hint !== undefined && (
        <Text size="sm" mt="xs">
          {t(`newTicket.refused.${hint}`)}
        </Text>
      )}
    </ProblemAlert>
  );
}
