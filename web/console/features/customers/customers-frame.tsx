import { Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { Page } from '../../../ui/shell/page';
import { SubNav } from '../../parts/sub-nav';
import { CUSTOMERS_MESSAGES } from './messages';

/** A page of this part, with the way to the others. */
export function CustomersFrame({
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
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const { role } = useViewer();
  const renewals = { to: '/clientes/por-renovar', label: t('customers.renewals') };
  const links = [
    { to: '/clientes', label: t('customers.nav') },
    ...(role === 'agent' ? [] : [renewals]),
    { to: '/clientes/productos', label: t('customers.products') },
  ];
  return (
    <Page title={title} actions={actions}>
      <SubNav label={t('customers.nav')} links={links} />
      <Text mb="lg" maw={760} c="dimmed">
        {intro}
      </Text>
      {children}
    </Page>
  );
}
