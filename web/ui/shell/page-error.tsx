import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { EmptyState } from '../feedback/empty-state';
import { useMessages } from '../i18n/use-messages';
import { Page } from './page';

/** Shown in place of a page whose code failed. Drafts are safe: they are written as they are typed. */
export function PageError(): ReactElement {
  const { t } = useMessages();
  return (
    <Page title={t('ui.pageError.title')}>
      <EmptyState
        role="alert"
        action={<Button onClick={() => location.reload()}>{t('ui.pageError.reload')}</Button>}
      >
        {t('ui.pageError.body')}
      </EmptyState>
    </Page>
  );
}
