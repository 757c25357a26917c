import { Alert, SegmentedControl } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import type { Ticket } from '../../../ui/api/types';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { instantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useApplication } from '../../../ui/session/application';
import { Composer } from '../composer/composer';
import type { ComposerHandle } from '../composer/composer-form';
import { useActions } from '../queue/actions';
import { useDesk } from '../queue/use-desk';
import { TicketTroubles } from '../remote-session/ticket-troubles';
import { ActionBar } from './action-bar';
import { ContextPane } from './context-pane';
import { Conversation } from './conversation';
import { MailAlert } from './mail-alert';
import { MESSAGES } from './messages';
import { PresenceLine } from './presence-line';
import { TicketDialog, type DialogName } from './ticket-dialogs';
import { TicketHeader } from './ticket-header';
import classes from './ticket.module.css';
import { usePresence } from './use-presence';
import { useTicketActions } from './use-ticket-actions';

const SIDES = ['conversation', 'context'] as const;

/** Conversation and context of one ticket, and all that can be done with it. */
export function TicketPane({ ticket }: { ticket: Ticket }): ReactElement {
  const { t, language } = useMessages(MESSAGES);
  const { title } = useApplication();
  const { list, next } = useDesk();
  const { folio, subject, status, closure } = ticket;
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [side, setSide] = useState<string>('conversation');
  const [replying, setReplying] = useState(false);
  const composer = useRef<ComposerHandle>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isOpen = status !== 'closed';
  const others = usePresence(folio, replying ? 'replying' : 'viewing', isOpen);
  const { actions, problem } = useTicketActions(
    ticket,
    setDialog,
    (mode, text) => {
      // The text can not take the focus before it is shown.
      flushSync(() => setSide('conversation'));
      composer.current?.write(mode, text);
    },
    next,
  );
  // Behind an open dialog nothing happens.
  useActions(dialog === null ? actions : []);
  useEffect(() => {
    document.title = `${folio} ${subject} · ${title}`;
  }, [folio, subject, title]);
  useEffect(() => {
    // Where the list has given way to the ticket, the focus would be lost with it.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classes['page']} data-side={side}>
      <section className={classes['main']} aria-label={t('ticket.section')}>
        <TicketHeader ticket={ticket} list={list} heading={heading}>
          <ActionBar actions={actions} />
          <SegmentedControl
            fullWidth
            size="xs"
            transitionDuration={0}
            aria-label={t('ticket.show')}
            className={classes['sides'] ?? ''}
            value={side}
            onChange={setSide}
            data={SIDES.map((value) => ({
              value,
              label: t(value === 'context' ? 'ticket.context' : 'ui.conversation'),
            }))}
          />
          {problem && <ProblemAlert problem={problem} />}
          <MailAlert ticket={ticket} />
          <TicketTroubles ticket={ticket} />
          <PresenceLine others={others} />
        </TicketHeader>
        <Conversation ticket={ticket} />
        {closure !== null ? (
          <Alert m="sm" variant="outline" color="gray" icon={<IconArchive aria-hidden />}>
            {t('ticket.closed', { at: instantText(closure.at, language) })}
          </Alert>
        ) : (
          <Composer ref={composer} ticket={ticket} onWriting={setReplying} onNext={next} />
        )}
      </section>
      <ContextPane ticket={ticket} onOpen={setDialog} />
      {dialog !== null && (
        <TicketDialog
          name={dialog}
          ticket={ticket}
          onClose={() => setDialog(null)}
          onClosed={() => heading.current?.focus()}
        />
      )}
    </div>
  );
}
