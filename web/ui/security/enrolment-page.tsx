import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import { Account } from '../shell/account';
import { Frame } from '../shell/frame';
import { Page } from '../shell/page';
import { SecondFactor } from './second-factor';

/** Stands before every page for who must first turn on two-step verification. */
export function EnrolmentPage({ onDone }: { onDone: () => void }): ReactElement {
  const { t } = useMessages();
  return (
    <Frame nav={null} account={<Account />}>
      <Page title={t('security.factor')} width="text">
        <Text mb="md">{t('security.enrol.body')}</Text>
        <SecondFactor onKept={onDone} />
      </Page>
    </Frame>
  );
}
