import { ActionIcon } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../i18n/use-messages';

export function HelpLink(): ReactElement {
  const { t } = useMessages();
  return (
    <ActionIcon
      component={Link}
      to="/ayuda"
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t('ui.help')}
      title={t('ui.help')}
    >
      <IconHelp size={20} aria-hidden />
    </ActionIcon>
  );
}
