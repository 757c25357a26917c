import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../../ui/i18n/use-messages';

export function ToLogIn(): ReactElement {
  const { t } = useMessages();
  return (
    <Button component={Link} to="/entrar">
      {t('ui.logIn')}
    </Button>
  );
}
