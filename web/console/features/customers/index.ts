import type { Feature } from '../../../ui/feature';
import { CUSTOMERS_LINK } from './link-messages';

/** Customers with their contracts, and the products with their current version. */
export const CUSTOMERS: Feature = {
  id: 'customers',
  routes: [
    {
      path: '/clientes',
      lazy: async () => ({ Component: (await import('./customers-page')).CustomersPage }),
    },
    {
      path: '/clientes/por-renovar',
      lazy: async () => ({ Component: (await import('./renewals-page')).RenewalsPage }),
    },
    {
      path: '/clientes/productos',
      lazy: async () => ({ Component: (await import('./products-page')).ProductsPage }),
    },
    {
      path: '/clientes/:id',
      lazy: async () => ({ Component: (await import('./customer-page')).CustomerPage }),
    },
  ],
  nav: { to: '/clientes', label: 'customers.nav' },
  messages: CUSTOMERS_LINK,
};
