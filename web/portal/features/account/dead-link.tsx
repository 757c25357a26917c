import { Button, Text } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ACCOUNT_PAGES } from './messages';
import { Outcome } from './outcome';

/** What the link of a mail is for. */
export type LinkPurpose = 'verify' | 'invitation' | 'new';

const AGAIN = {
  verify: { to: '/registro', label: 'account.link.register' },
  new: { to: '/contrasena', label: 'account.link.password' },
} as const;

/** A link that was used, has expired or lost its end on the way. */
export function DeadLink({ purpose }: { purpose: LinkPurpose }): ReactElement {
  const { t } = useMessages(ACCOUNT_PAGES);
  const again = purpose === 'invitation' ? null : AGAIN[purpose];
  return (
    <Outcome
      title={t('account.link.title')}
      tone="warning"
      icon={IconLinkOff}
      action={
        again && (
          <Button component={Link} to={again.to}>
            {t(again.label)}
          </Button>
        )
      }
    >
      <Text>{t('account.link.body')}</Text>
      {again === null && <Text mt="xs">{t('account.link.invitation')}</Text>}
    </Outcome>
  );
}
