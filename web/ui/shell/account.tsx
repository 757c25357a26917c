import { ActionIcon } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import { useLogOut } from '../session/use-log-out';
import { useViewer } from '../session/viewer';
import classes from './frame.module.css';

/** Whose account it is, and the way out. */
export function Account(): ReactElement {
  const { t } = useMessages();
  const { name, email } = useViewer();
  const logOut = useLogOut();
  return (
    <>
      <span className={classes['name']} title={email}>
        {name}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        loading={logOut.isPending}
        aria-label={t('ui.logOut')}
        title={t('ui.logOut')}
        onClick={() => logOut.mutate()}
      >
        <IconLogout size={20} aria-hidden />
      </ActionIcon>
    </>
  );
}
