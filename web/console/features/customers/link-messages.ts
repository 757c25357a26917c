import { defineMessages } from '../../../ui/i18n/messages';

/** On the link to the page, from the first moment; the rest comes with the page. */
export const CUSTOMERS_LINK = defineMessages(
  { 'customers.nav': 'Clientes' },
  { 'customers.nav': 'Customers' },
);
