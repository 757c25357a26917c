import type { ReactElement } from 'react';
import { EmptyState } from '../feedback/empty-state';
import { useMessages } from '../i18n/use-messages';
import { Page } from '../shell/page';

/** For an application without a page to turn on two-step verification. */
export function MustEnrol(): ReactElement {
  const { t } = useMessages();
  return (
    <Page title={t('ui.mustEnrol.title')}>
      <EmptyState>{t('ui.mustEnrol.body')}</EmptyState>
    </Page>
  );
}
