import { Button, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { useCommand } from '../../../ui/api/use-command';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { DataTable } from '../../parts/data-table';
import { Paged } from '../../parts/paged';
import { useList } from '../../parts/use-list';
import { INVITATIONS, InviteDialog } from './invite-dialog';
import { PEOPLE_MESSAGES } from './messages';
import { PeopleFrame } from './people-frame';

type Invitation = components['schemas']['Invitation'];

/** Invitations that nobody has taken up yet, and new ones. */
export function InvitationsPage(): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const [inviting, setInviting] = useState(false);
  const invitations = useList<Invitation>(INVITATIONS, ({ signal, cursor }) =>
    api.GET('/invitations', { params: { query: cursor === undefined ? {} : { cursor } }, signal }),
  );
  const end = useCommand<Invitation, unknown>({
    stales: [INVITATIONS],
    send: ({ id }, header) => api.DELETE('/invitations/{id}', { params: { path: { id }, header } }),
    onDone: (_, { name }) => toast(t('people.withdrawn', { name })),
  });
  return (
    <PeopleFrame
      title={t('people.invitations')}
      intro={t('people.invitations.intro')}
      actions={<Button onClick={() => setInviting(true)}>{t('people.invite')}</Button>}
    >
      {end.error && <ProblemAlert problem={end.error} />}
      <Paged pages={invitations} empty={t('people.invitations.empty')}>
        {(items) => (
          <DataTable
            caption={t('people.invitations')}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                header: t('people.person'),
                cell: ({ name, email }) => (
                  <>
                    {name}
                    <Text size="sm" fw={400}>
                      {email}
                    </Text>
                  </>
                ),
              },
              { header: t('people.role'), cell: ({ role }) => t(`people.role.${role}`) },
              { header: t('people.expires'), cell: ({ expiresAt }) => <Instant short at={expiresAt} /> },
              {
                header: '',
                cell: (invitation) => (
                  <Button
                    size="compact-md"
                    variant="default"
                    aria-label={t('people.withdraw.of', { name: invitation.name })}
                    onClick={() => end.mutate(invitation)}
                  >
                    {t('people.withdraw')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Paged>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </PeopleFrame>
  );
}
