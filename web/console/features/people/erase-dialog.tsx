import { List, Stack, Text, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { SaveDialog } from '../../parts/save-dialog';
import { PEOPLE_MESSAGES } from './messages';
import { OpenTickets } from './open-tickets';
import { ACCOUNTS, type Account } from './use-accounts';

/** Blanks somebody for good. Their address is asked for, since no way leads back. */
export function EraseDialog({ account, onClose }: { account: Account; onClose: () => void }): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const { id, name, email } = account;
  return (
    <SaveDialog<{ address: string }, unknown>
      danger
      title={t('people.step.erase.of', { name })}
      submit={t('people.step.erase.confirm')}
      first={{ address: '' }}
      labels={{ address: t('people.step.erase.address', { email }) }}
      stales={[ACCOUNTS]}
      send={({ address }, header) => {
        if (address.trim().toLowerCase() !== email.toLowerCase()) throw notTheirs();
        return api.POST('/people/{id}/erasure', { params: { path: { id }, header } });
      }}
      done={() => t('people.step.erase.done')}
      explain={(problem) =>
        problem.code === 'open_tickets' ? <OpenTickets account={account} problem={problem} /> : null
      }
      onClose={onClose}
    >
      {({ text }) => (
        <>
          <Stack gap="xs">
            <Text>{t('people.step.erase.body')}</Text>
            <List spacing="xs">
              <List.Item>{t('people.step.erase.records')}</List.Item>
              <List.Item>{t('people.step.erase.kept')}</List.Item>
            </List>
          </Stack>
          <TextInput {...text('address')} data-autofocus autoComplete="off" spellCheck={false} />
        </>
      )}
    </SaveDialog>
  );
}

/** As the service would tell it of a field. */
function notTheirs(): ApiProblem {
  return new ApiProblem(422, 'invalid_request', '', [{ path: 'address', code: 'invalid' }]);
}
