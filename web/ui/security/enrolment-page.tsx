import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import { Page } from '../shell/page';
import { SecondFactor } from './second-factor';

/** Stands before every page for who must first turn on two-step verification. */
export function EnrolmentPage({ onDone }: { onDone: () => void }): ReactElement {
  const { t } = useMessages();
  return (
    <Page title={t('security.factor')} width="text">
      <Text mb="md">{t('security.enrol.body')}</Text>
      <SecondFactor onKept={onDone} />
    </Page>
  );
}
