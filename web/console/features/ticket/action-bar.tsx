import { Button, Group, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';
import type { TicketAction } from './use-ticket-actions';

/** The ticket's actions as buttons: the next step stands out, the rare ones are in the menu. */
export function ActionBar({ actions }: { actions: readonly TicketAction[] }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const menu = actions.filter(({ place }) => place === 'menu');
  const foremost = actions.find(({ place }) => place === 'first');
  return (
    <Group gap={6} role="group" aria-label={t('ticket.actions')}>
      {actions
        .filter(({ place }) => place === 'first' || place === 'beside')
        .map((action) => (
          <Button
            key={action.id}
            size="compact-md"
            variant={action === foremost ? 'filled' : 'default'}
            onClick={action.run}
            {...(action.key !== undefined && { 'aria-keyshortcuts': action.key })}
          >
            {action.id === 'attend' ? t('ticket.attend.short') : action.label}
          </Button>
        ))}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button size="compact-md" variant="default" leftSection={<IconDots size={16} aria-hidden />}>
            {t('ticket.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {menu.map(({ id, label, run }) => (
            <Menu.Item key={id} onClick={run}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
