import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { INCIDENTS_MESSAGES } from './messages';
import { useProposals, type Proposal } from './use-incidents';

/** Bursts of tickets that look like one cause, with the offer to open an incident of them. */
export function Proposals({ onOpen }: { onOpen?: (proposal: Proposal) => void }): ReactElement | null {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const { data: catalog } = useCatalog();
  const { data } = useProposals();
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Alert mb="lg" variant="outline" icon={<IconBulb aria-hidden />} title={t('incidents.proposals')}>
      <Stack gap="sm">
        {data.items.map((proposal) => (
          <Group key={proposal.type} justify="space-between">
            <Text>
              {t('incidents.proposal', {
                count: proposal.folios.length,
                type: typeLabel(catalog, proposal.type),
                customers: proposal.customers,
              })}
            </Text>
            {onOpen && (
              <Button size="compact-md" variant="default" onClick={() => onOpen(proposal)}>
                {t('incidents.proposal.open')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
