import { Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { Page } from '../../../ui/shell/page';
import { SubNav } from '../../parts/sub-nav';
import { PEOPLE_MESSAGES } from './messages';

const PAGES = [
  { to: '/personas', label: 'people.team', roles: ['agent', 'supervisor', 'admin'] },
  { to: '/personas/registros', label: 'people.registrations', roles: ['supervisor', 'admin'] },
  { to: '/personas/invitaciones', label: 'people.invitations', roles: ['admin'] },
  { to: '/personas/bitacora', label: 'people.audit', roles: ['admin'] },
  { to: '/personas/accesos', label: 'people.logIns', roles: ['agent', 'supervisor', 'admin'] },
] as const;

/** A page of this part, with the way to the others that the role may see. */
export function PeopleFrame({
  title,
  intro,
  actions,
  children,
}: {
  title: string;
  intro: string;
  actions?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const { role } = useViewer();
  const links = PAGES.filter(({ roles }) => (roles as readonly string[]).includes(role));
  return (
    <Page title={title} actions={actions}>
      <SubNav label={t('people.nav')} links={links.map(({ to, label }) => ({ to, label: t(label) }))} />
      <Text mb="lg" maw={760} c="dimmed">
        {intro}
      </Text>
      {children}
    </Page>
  );
}
