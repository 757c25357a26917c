import { List } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { durationText } from '../../../ui/format/duration-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { PlainText } from '../../../ui/timeline/plain-text';
import { Box } from './box';
import { Facts } from './facts';
import { TICKET_PAGE } from './messages';

/** What the agent found and expects, as told to the client. */
export function AttentionSummary({ attention }: Pick<Ticket, 'attention'>): ReactElement | null {
  const { t } = useMessages(TICKET_PAGE);
  if (attention === null) return null;
  const { nature, possibleSolutions, responsibilities } = attention;
  const solutions = (
    <List size="sm">
      {possibleSolutions.map(({ summary, estimatedMinutes }, index) => (
        <List.Item key={index}>
          {t('ticket.attention.minutes', { summary, time: durationText(estimatedMinutes) })}
        </List.Item>
      ))}
    </List>
  );
  return (
    <Box title={t('ticket.attention')}>
      <Facts
        facts={[
          { term: t('ticket.attention.nature'), value: <PlainText>{nature}</PlainText> },
          possibleSolutions.length === 0 ? null : { term: t('ticket.attention.solutions'), value: solutions },
          {
            term: t('ticket.attention.responsibilities'),
            value: <PlainText>{responsibilities}</PlainText>,
          },
        ]}
      />
    </Box>
  );
}
