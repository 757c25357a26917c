import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { useMessages } from '../../../ui/i18n/use-messages';
import { PEOPLE_MESSAGES } from './messages';
import type { Account } from './use-accounts';

/** Why somebody can not leave yet: the folios that are open, and who can pass them on. */
export function OpenTickets({
  account: { id, organization },
  problem,
}: {
  account: Account;
  problem: ApiProblem;
}): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [problem]);
  const folios = problem.errors.map(({ path }) => path.replace(/^tickets\./, ''));
  return (
    <Alert ref={box} tabIndex={-1} role="alert" color="red" variant="outline" title={problem.detail}>
      <Stack gap="xs">
        <Group gap="xs">
          {folios.map((folio) => (
            <Anchor key={folio} component={Link} to={`/tickets/${folio}`}>
              {folio}
            </Anchor>
          ))}
        </Group>
        {organization === null ? (
          <Anchor component={Link} to={`/personas?repartir=${id}`}>
            {t('people.handOver.begin')}
          </Anchor>
        ) : (
          <Text>{t('people.step.leave.passOn', { name: organization.name })}</Text>
        )}
      </Stack>
    </Alert>
  );
}
