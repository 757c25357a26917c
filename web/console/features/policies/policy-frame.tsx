import { Alert, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { Read } from '../../parts/read';
import { ServiceSection } from '../../parts/service-section';
import { POLICIES_MESSAGES } from './messages';
import { usePolicy, type Policy } from './use-policy';

/** A page of the policy in force and its next version. */
export function PolicyFrame({
  title,
  intro,
  children,
}: {
  title: string;
  intro: string;
  children: (policy: Policy, manages: boolean) => ReactNode;
}): ReactElement {
  const { t } = useMessages(POLICIES_MESSAGES);
  const policy = usePolicy();
  const manages = useViewer().role === 'admin';
  return (
    <ServiceSection title={title} intro={intro}>
      <Read query={policy}>
        {(data) => (
          <>
            <Text fw={600} mb="md">
              {t('policies.version', { version: data.version })}
            </Text>
            {!manages && <Alert mb="md">{t('policies.readOnly')}</Alert>}
            {children(data, manages)}
          </>
        )}
      </Read>
    </ServiceSection>
  );
}
