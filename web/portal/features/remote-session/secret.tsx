import { CopyButton, Button, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { SESSION_PAGE } from './messages';
import classes from './session.module.css';

/** Something to be typed elsewhere, ready to be copied. */
export function Secret({ label, value }: { label: string; value: string }): ReactElement {
  const { t } = useMessages(SESSION_PAGE);
  return (
    <div className={classes['secret']}>
      <Text fw={600}>{label}</Text>
      <span className={classes['code']}>{value}</span>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="compact-md"
            aria-label={`${t(copied ? 'remoteSession.copied' : 'remoteSession.copy')}: ${label}`}
            leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            onClick={copy}
          >
            {t(copied ? 'remoteSession.copied' : 'remoteSession.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
