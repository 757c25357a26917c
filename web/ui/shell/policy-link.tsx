import { Anchor, Text, VisuallyHidden } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import { useCatalog } from '../query/use-catalog';
import { useWho } from '../session/use-who';

/** Where the official text of the policy is read; nothing while its address is not known, or nobody is logged in. */
export function PolicyLink(): ReactElement | null {
  // Asked for here too: the page may have been opened by itself, without a log-in on the way.
  return useWho().data === undefined ? null : <Shown />;
}

function Shown(): ReactElement | null {
  const { t } = useMessages();
  const url = useCatalog().data?.policyUrl ?? null;
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
