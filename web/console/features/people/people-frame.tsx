import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Section } from '../../parts/section';
import { PEOPLE_MESSAGES } from './messages';

const PAGES = [
  { to: '/personas', label: 'people.team' },
  { to: '/personas/cuentas', label: 'people.accounts', roles: ['supervisor', 'admin'] },
  { to: '/personas/registros', label: 'people.registrations', roles: ['supervisor', 'admin'] },
  { to: '/personas/invitaciones', label: 'people.invitations', roles: ['admin'] },
  { to: '/personas/bitacora', label: 'people.audit', roles: ['admin'] },
] as const;

/** A page of this part, with the way to the others that the role may see. */
export function PeopleFrame(page: {
  title: string;
  intro: string;
  actions?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  return (
    <Section
      name={t('people.nav')}
      pages={PAGES.map(({ label, ...link }) => ({ ...link, label: t(label) }))}
      {...page}
    />
  );
}
