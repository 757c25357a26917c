import { ActionIcon } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../i18n/use-messages';
import { useApplication } from '../session/application';
import { useLogOut } from '../session/use-log-out';
import { useViewer } from '../session/viewer';
import classes from './frame.module.css';

/** Whose account it is, the way to its page, and the way out. */
export function Account(): ReactElement {
  const { t } = useMessages();
  const { name, email } = useViewer();
  const { accountPath } = useApplication();
  const logOut = useLogOut();
  return (
    <>
      {accountPath === undefined ? (
        <span className={classes['name']} title={email}>
          {name}
        </span>
      ) : (
        <Link
          to={accountPath}
          className={classes['account']}
          aria-label={`${name}: ${t('ui.account')}`}
          title={name}
        >
          <IconUserCircle size={20} aria-hidden />
          <span className={classes['name']}>{name}</span>
        </Link>
      )}
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
