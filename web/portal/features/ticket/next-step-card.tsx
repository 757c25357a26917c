import { Button, Group, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { DeadlineExplanation } from '../../../ui/deadline/deadline-explanation';
import { Countdown } from '../../../ui/format/countdown';
import { useMessages } from '../../../ui/i18n/use-messages';
import { PolicyLink } from '../../../ui/shell/policy-link';
import { AcceptSolution } from './accept-solution';
import { TICKET_PAGE } from './messages';
import { nextStepOf, type NextStep } from './next-step';
import { NEXT_STEP } from './next-step-messages';
import { sessionPath } from './session-path';
import classes from './ticket.module.css';
import { useNextSentence } from './use-next-sentence';

const TURNS = {
  client: 'ticket.next.yourTurn',
  support: 'ticket.next.supportTurn',
  nobody: 'ticket.next',
} as const;

/** What happens next, by when, and the one thing to do about it. */
export function NextStepCard({ ticket, onWrite }: { ticket: Ticket; onWrite: () => void }): ReactElement {
  const { t } = useMessages(NEXT_STEP);
  const sentence = useNextSentence();
  const step = nextStepOf(ticket);
  const { folio, autoCloseAt } = ticket;
  return (
    <section className={classes['next']} data-turn={step.turn} aria-label={t('ticket.next')}>
      <Title order={2} size="h4">
        {t(TURNS[step.turn])}
      </Title>
      <Text role="status" mt={4}>
        {sentence(step)}
        {autoCloseAt !== null && (
          <span className={classes['left']}>
            <Countdown to={autoCloseAt} />
          </span>
        )}
      </Text>
      <Group gap="sm" mt="sm" className={classes['noPrint'] ?? ''}>
        <StepAction step={step} ticket={ticket} onWrite={onWrite} />
      </Group>
      {autoCloseAt !== null && (
        <div className={classes['how']}>
          <DeadlineExplanation folio={folio} />
          <PolicyLink />
        </div>
      )}
    </section>
  );
}

function StepAction({
  step: { kind, sessionId },
  ticket,
  onWrite,
}: {
  step: NextStep;
  ticket: Ticket;
  onWrite: () => void;
}): ReactElement | null {
  const { t } = useMessages(TICKET_PAGE);
  const session = (key: 'pay' | 'choose' | 'join' | 'see', quiet = false): ReactElement => (
    <Button component={Link} to={sessionPath(sessionId ?? '')} variant={quiet ? 'default' : 'filled'}>
      {t(`ticket.session.${key}`)}
    </Button>
  );
  switch (kind) {
    case 'accept':
      return (
        <>
          <AcceptSolution ticket={ticket} />
          <Button variant="default" onClick={onWrite}>
            {t('ticket.notSolved')}
          </Button>
        </>
      );
    case 'answer':
      return <Button onClick={onWrite}>{t('ticket.answer')}</Button>;
    case 'pay':
    case 'choose':
    case 'join':
      return session(kind);
    case 'scheduled':
      return session('see');
    case 'attention':
    case 'support':
      return (
        <Button variant="default" onClick={onWrite}>
          {t('ticket.write')}
        </Button>
      );
    case 'closed':
      return null;
  }
}
