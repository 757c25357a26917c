import { Anchor, Text, VisuallyHidden } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import { usePolicyUrl } from '../query/use-policy-url';

/** Where the official text of the policy is read; nothing while its address is not known. */
export function PolicyLink(): ReactElement | null {
  const { t } = useMessages();
  const url = usePolicyUrl();
  if (url === null) return null;
  return (
    <Text size="sm" mt="xs">
      <Anchor href={url} target="_blank" rel="noreferrer" inherit underline="always">
        {t('ui.policy')}
        <VisuallyHidden> {t('ui.policy.newTab')}</VisuallyHidden>
      </Anchor>
    </Text>
  );
}
