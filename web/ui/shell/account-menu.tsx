import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconLogout } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import { useLogOut } from '../session/use-log-out';
import { useViewer } from '../session/viewer';

/** Whose account it is, and the way out. */
export function AccountMenu(): ReactElement {
  const { t } = useMessages();
  const viewer = useViewer();
  const logOut = useLogOut();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          rightSection={<IconChevronDown size={16} aria-hidden />}
          aria-label={`${t('ui.account')}: ${viewer.name}`}
        >
          {viewer.name.split(' ')[0]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{viewer.email}</Menu.Label>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => logOut.mutate()}>
          {t('ui.logOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
