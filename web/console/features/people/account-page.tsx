import { Anchor, Group, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { Page } from '../../../ui/shell/page';
import { BackLink } from '../../parts/back-link';
import { Facts } from '../../parts/facts';
import { Read } from '../../parts/read';
import { AccountStatus } from './account-status';
import { AccountSteps } from './account-steps';
import { PEOPLE_MESSAGES } from './messages';
import { useAccount, type Account } from './use-accounts';

/** One person: who they are, how their account stands, and what an administrator may do with it. */
export function AccountPage(): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const { id = '' } = useParams();
  const account = useAccount(id);
  return (
    <Page
      title={account.data?.name ?? t('people.person')}
      back={<BackLink to="/personas/cuentas">{t('people.accounts.back')}</BackLink>}
    >
      <Read query={account}>{(data) => <Whole account={data} />}</Read>
    </Page>
  );
}

function Whole({ account }: { account: Account }): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const manages = useViewer().role === 'admin';
  const { id, email, phone, role, organization, branch, status, lastLogInAt, twoStep, createdAt } = account;
  const links = [
    ...(organization === null ? [{ to: `/?view=all&assignee=${id}`, label: t('people.tickets') }] : []),
    ...(manages
      ? [
          { to: `/personas/bitacora?actor=${id}`, label: t('people.audit.by') },
          { to: `/personas/bitacora?target=${id}`, label: t('people.audit.about') },
        ]
      : []),
  ];
  return (
    <Stack gap="xl">
      <Facts
        items={[
          [t('people.status'), <AccountStatus key="status" status={status} />],
          [t('people.email'), email],
          [t('people.phone'), phone ?? '—'],
          [t('people.role'), t(`people.roleName.${role}`)],
          [
            t('people.organizationId'),
            organization === null ? (
              t('people.support')
            ) : (
              <Anchor key="organization" component={Link} to={`/clientes/${organization.id}`}>
                {organization.name}
              </Anchor>
            ),
          ],
          ...(organization === null
            ? []
            : [[t('people.branch'), branch?.name ?? t('people.branch.none')] as const]),
          [
            t('people.lastLogIn'),
            lastLogInAt === null ? (
              t('people.lastLogIn.never')
            ) : (
              <Instant key="last" short at={lastLogInAt} />
            ),
          ],
          [t('people.twoStep'), t(twoStep ? 'people.on' : 'people.off')],
          [t('people.created'), <Instant key="created" short at={createdAt} />],
        ]}
      />
      {links.length > 0 && (
        <Group gap="lg">
          {links.map(({ to, label }) => (
            <Anchor key={to} component={Link} to={to}>
              {label}
            </Anchor>
          ))}
        </Group>
      )}
      {manages && status !== 'erased' && <AccountSteps account={account} />}
    </Stack>
  );
}
