import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../feedback/empty-state';
import { useMessages } from '../i18n/use-messages';
import { Page } from './page';

export function NotFound(): ReactElement {
  const { t } = useMessages();
  return (
    <Page title={t('ui.notFound')}>
      <EmptyState
        action={
          <Button component={Link} to="/">
            {t('ui.home')}
          </Button>
        }
      >
        {t('ui.notFound.body')}
      </EmptyState>
    </Page>
  );
}
