import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { IconDoorExit } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { instantText, shortInstantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { Step } from '../../parts/step';
import { CUSTOMERS_MESSAGES } from './messages';
import { ORGANIZATIONS, type Organization } from './use-organizations';

/** Above everything else of a customer that has left: since when, and what its people may still do. */
export function DepartureNotice({ organization }: { organization: Organization }): ReactElement | null {
  const { t, language } = useMessages(CUSTOMERS_MESSAGES);
  const { departure } = organization;
  if (departure === null) return null;
  const { at, readOnlyUntil } = departure;
  const over = Date.parse(readOnlyUntil) < Date.now();
  return (
    <Alert
      variant="outline"
      icon={<IconDoorExit aria-hidden />}
      title={t('customers.departed.since', { when: shortInstantText(at, language) })}
    >
      {t(over ? 'customers.departed.over' : 'customers.departed.until', {
        when: instantText(readOnlyUntil, language),
      })}
    </Alert>
  );
}

/** A customer leaves, or is back. */
export function Departure({ organization }: { organization: Organization }): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const [asking, setAsking] = useState(false);
  const { id, name, departure } = organization;
  const leaves = departure === null;
  return (
    <Step
      title={t('customers.departure')}
      hint={t(leaves ? 'customers.departure.hint' : 'customers.return.hint')}
    >
      <Button variant="default" onClick={() => setAsking(true)}>
        {t(leaves ? 'customers.departure.begin' : 'customers.return.begin')}
      </Button>
      {asking && (
        <ConfirmDialog
          danger={leaves}
          title={t(leaves ? 'customers.departure.of' : 'customers.return.of', { name })}
          submit={t(leaves ? 'customers.departure.confirm' : 'customers.return.begin')}
          stales={[ORGANIZATIONS]}
          send={(header) => {
            const params = { path: { id }, header };
            return leaves
              ? api.PUT('/organizations/{id}/departure', { params })
              : api.DELETE('/organizations/{id}/departure', { params });
          }}
          done={() => t(leaves ? 'customers.departure.done' : 'customers.return.done', { name })}
          onClose={() => setAsking(false)}
        >
          {leaves ? <Consequences /> : <Text>{t('customers.return.body')}</Text>}
        </ConfirmDialog>
      )}
    </Step>
  );
}

function Consequences(): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  return (
    <Stack gap="xs">
      <Text>{t('customers.departure.body')}</Text>
      <List spacing="xs">
        <List.Item>{t('customers.departure.newTickets')}</List.Item>
        <List.Item>{t('customers.departure.openTickets')}</List.Item>
        <List.Item>{t('customers.departure.sessions')}</List.Item>
        <List.Item>{t('customers.departure.accounts')}</List.Item>
      </List>
    </Stack>
  );
}
