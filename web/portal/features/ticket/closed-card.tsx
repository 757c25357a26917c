import { Button, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { DeadlineExplanation } from '../../../ui/deadline/deadline-explanation';
import { instantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { PolicyLink } from '../../../ui/shell/policy-link';
import { TICKET_PAGE } from './messages';
import { newRelatedPath } from './new-related-path';
import classes from './ticket.module.css';

/** Why and when it closed, and how to go on from there. */
export function ClosedCard({ ticket }: { ticket: Ticket }): ReactElement | null {
  const { t, language } = useMessages(TICKET_PAGE);
  const { closure, folio } = ticket;
  if (closure === null) return null;
  return (
    <section className={classes['next']} data-turn="nobody" aria-label={t('ui.reason')}>
      <Title order={2} size="h4">
        {t('ticket.closed.title', { reason: t(`ui.reason.${closure.reason}`) })}
      </Title>
      <Text mt={4}>{t('ticket.closed.body', { when: instantText(closure.at, language) })}</Text>
      {closure.dueAt !== null && <DeadlineExplanation folio={folio} />}
      <PolicyLink />
      <div className={classes['noPrint']}>
        <Text mt="sm" mb="xs">
          {t('ticket.closed.again')}
        </Text>
        <Button component={Link} to={newRelatedPath(folio)} leftSection={<IconPlus size={18} aria-hidden />}>
          {t('ticket.closed.new')}
        </Button>
      </div>
    </section>
  );
}
