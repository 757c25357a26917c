import { List, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { PEOPLE_MESSAGES } from './messages';
import { OpenTickets } from './open-tickets';
import { ACCOUNTS, type Account } from './use-accounts';
import { AGENTS } from './use-agents';

/** Ends an account; while tickets of the person are open it says which, and who passes them on. */
export function LeaveDialog({ account, onClose }: { account: Account; onClose: () => void }): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const { id, name, organization } = account;
  return (
    <ConfirmDialog
      danger
      title={t('people.step.leave.of', { name })}
      submit={t('people.step.leave.confirm')}
      stales={[ACCOUNTS, AGENTS]}
      send={(header) =>
        api.PUT('/people/{id}/activity', { params: { path: { id }, header }, body: { active: false } })
      }
      done={() => t('people.step.leave.done', { name })}
      explain={(problem) =>
        problem.code === 'open_tickets' ? <OpenTickets account={account} problem={problem} /> : null
      }
      onClose={onClose}
    >
      <Stack gap="xs">
        <Text>{t('people.step.leave.body')}</Text>
        <List spacing="xs">
          <List.Item>{t('people.step.leave.logIns')}</List.Item>
          <List.Item>
            {t(organization === null ? 'people.step.leave.agent' : 'people.step.leave.client')}
          </List.Item>
          <List.Item>{t('people.step.leave.kept')}</List.Item>
        </List>
      </Stack>
    </ConfirmDialog>
  );
}
