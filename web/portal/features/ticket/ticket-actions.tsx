import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown, IconPrinter, IconTicketOff, IconVideo } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { TICKET_PAGE } from './messages';
import { SessionDialog } from './session-dialog';
import classes from './ticket.module.css';
import { WithdrawDialog } from './withdraw-dialog';

const OVER = ['completed', 'client_absent', 'cancelled', 'expired'];

/** What can be done besides the next step. */
export function TicketActions({ ticket }: { ticket: Ticket }): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  const viewer = useViewer();
  const [dialog, setDialog] = useState<'withdraw' | 'session' | null>(null);
  const { folio, status, requester, remoteSessions } = ticket;
  const mayWithdraw = viewer.role === 'client_admin' || viewer.id === requester.id;
  const hasSession = remoteSessions.some(({ state }) => !OVER.includes(state));
  const hasMenu = status !== 'closed' && (mayWithdraw || !hasSession);
  const close = (): void => setDialog(null);
  return (
    <Group gap="xs" className={classes['noPrint'] ?? ''}>
      <Button
        variant="default"
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
            {mayWithdraw && (
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
      <SessionDialog folio={folio} opened={dialog === 'session'} onClose={close} />
    </Group>
  );
}
