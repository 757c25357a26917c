import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown, IconPrinter, IconTicketOff, IconUserShare, IconVideo } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { TICKET_PAGE } from './messages';
import { PassOnDialog } from './pass-on-dialog';
import { SessionDialog } from './session-dialog';
import classes from './ticket.module.css';
import { WithdrawDialog } from './withdraw-dialog';

const OVER = ['completed', 'client_absent', 'cancelled', 'expired'];

/** What can be done besides the next step. */
export function TicketActions({ ticket }: { ticket: Ticket }): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  const viewer = useViewer();
  const [dialog, setDialog] = useState<'withdraw' | 'session' | 'passOn' | null>(null);
  const { folio, status, requester, remoteSessions } = ticket;
  // The same two may end it for the customer or give it away; a colleague on the ticket may not.
  const isTheirs = viewer.role === 'client_admin' || viewer.id === requester.id;
  const hasSession = remoteSessions.some(({ state }) => !OVER.includes(state));
  const hasMenu = status !== 'closed' && (isTheirs || !hasSession);
  const close = (): void => setDialog(null);
  return (
    <Group gap="xs" className={classes['noPrint'] ?? ''}>
      <Button
        variant="default"
        className={classes['print'] ?? ''}
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('ticket.print')}
      </Button>
      {hasMenu && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
              {t('ticket.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {!hasSession && (
              <Menu.Item
                leftSection={<IconVideo size={18} aria-hidden />}
                onClick={() => setDialog('session')}
              >
                {t('ticket.session.request')}
              </Menu.Item>
            )}
            {isTheirs && (
              <Menu.Item
                leftSection={<IconUserShare size={18} aria-hidden />}
                onClick={() => setDialog('passOn')}
              >
                {t('ticket.passOn')}
              </Menu.Item>
            )}
            {isTheirs && (
              <Menu.Item
                leftSection={<IconTicketOff size={18} aria-hidden />}
                onClick={() => setDialog('withdraw')}
              >
                {t('ticket.withdraw')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <WithdrawDialog ticket={ticket} opened={dialog === 'withdraw'} onClose={close} />
      <PassOnDialog ticket={ticket} opened={dialog === 'passOn'} onClose={close} />
      <SessionDialog folio={folio} opened={dialog === 'session'} onClose={close} />
    </Group>
  );
}
