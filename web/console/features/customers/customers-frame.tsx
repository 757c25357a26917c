import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Section } from '../../parts/section';
import { CUSTOMERS_MESSAGES } from './messages';

const PAGES = [
  { to: '/clientes', label: 'customers.nav' },
  { to: '/clientes/por-renovar', label: 'customers.renewals', roles: ['supervisor', 'admin'] },
  { to: '/clientes/productos', label: 'customers.products' },
] as const;

/** A page of this part, with the way to the others. */
export function CustomersFrame(page: {
  title: string;
  intro: string;
  actions?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  return (
    <Section
      name={t('customers.nav')}
      pages={PAGES.map(({ label, ...link }) => ({ ...link, label: t(label) }))}
      {...page}
    />
  );
}
