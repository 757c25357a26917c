import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { PagedTable } from '../../parts/paged-table';
import { RowButton } from '../../parts/row-button';
import { TwoLines } from '../../parts/two-lines';
import { useList } from '../../parts/use-list';
import { INVITATIONS, InviteDialog, type Invitation } from './invite-dialog';
import { PEOPLE_MESSAGES } from './messages';
import { PeopleFrame } from './people-frame';

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
      <PagedTable
        pages={invitations}
        empty={t('people.invitations.empty')}
        caption={t('people.invitations')}
        rowKey={({ id }) => id}
        columns={[
          {
            header: t('people.person'),
            cell: ({ name, email }) => <TwoLines second={email}>{name}</TwoLines>,
          },
          { header: t('people.role'), cell: ({ role }) => t(`people.roleName.${role}`) },
          { header: t('people.expires'), cell: ({ expiresAt }) => <Instant short at={expiresAt} /> },
          {
            header: '',
            cell: (invitation) => (
              <RowButton
                name={t('people.withdraw.of', { name: invitation.name })}
                loading={end.isPending && end.variables.id === invitation.id}
                onClick={() => end.mutate(invitation)}
              >
                {t('people.withdraw')}
              </RowButton>
            ),
          },
        ]}
      />
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </PeopleFrame>
  );
}
