import { Alert, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { Page } from '../../../ui/shell/page';
import { Read } from '../../parts/read';
import { POLICIES_MESSAGES } from './messages';
import { PolicyEditor } from './policy-editor';
import { usePolicy } from './use-policy';

/** The policy in force, and its next version. */
export function PolicyPage(): ReactElement {
  const { t } = useMessages(POLICIES_MESSAGES);
  const policy = usePolicy();
  const manages = useViewer().role === 'admin';
  return (
    <Page title={t('policies.title')}>
      <Text mb="md" maw={760} c="dimmed">
        {t('policies.intro')}
      </Text>
      <Read query={policy}>
        {(data) => (
          <>
            <Text fw={600} mb="md">
              {t('policies.version', { version: data.version })}
            </Text>
            {!manages && <Alert mb="md">{t('policies.readOnly')}</Alert>}
            <PolicyEditor key={data.version} policy={data} manages={manages} />
          </>
        )}
      </Read>
    </Page>
  );
}
