import { defineMessages } from './messages';

/** What happens with the money of a remote session; `{{amount}}` says whether the tax is in it. */
export const MONEY = defineMessages(
  {
    'ui.money.quoted': 'Cotización: {{amount}}',
    'ui.money.quoted_again': 'Nueva cotización: {{amount}}',
    'ui.money.accepted': 'Cotización aceptada: {{amount}}',
    'ui.money.card_refused': 'El banco no autorizó el pago de {{amount}}. No se cobró nada',
    'ui.money.paid.card': 'Pago recibido con tarjeta: {{amount}}',
    'ui.money.paid.transfer': 'Pago recibido por transferencia: {{amount}}',
    'ui.money.not_due': 'Llegó un pago que no corresponde y se devuelve completo: {{amount}}',
    'ui.money.refund_owed': 'Se devolverán {{amount}}',
    'ui.money.refunded': 'Se devolvieron {{amount}}',
    'ui.money.disputed': 'El banco abrió una aclaración del pago de {{amount}}',
    'ui.money.dispute_won': 'El banco resolvió la aclaración: el pago de {{amount}} se mantiene',
    'ui.money.dispute_lost': 'El banco resolvió la aclaración y regresó {{amount}} al cliente',
    'ui.money.details.payment': 'Pago {{payment}}',
    'ui.money.details.reference': 'Referencia {{reference}}',
    'ui.money.details.by': 'Registró: {{who}}',
  },
  {
    'ui.money.quoted': 'Quote: {{amount}}',
    'ui.money.quoted_again': 'New quote: {{amount}}',
    'ui.money.accepted': 'Quote accepted: {{amount}}',
    'ui.money.card_refused': 'The bank did not authorise the payment of {{amount}}. Nothing was charged',
    'ui.money.paid.card': 'Payment received by card: {{amount}}',
    'ui.money.paid.transfer': 'Payment received by transfer: {{amount}}',
    'ui.money.not_due': 'A payment arrived that is not due and goes back in full: {{amount}}',
    'ui.money.refund_owed': '{{amount}} will be returned',
    'ui.money.refunded': '{{amount}} was returned',
    'ui.money.disputed': 'The bank opened a dispute about the payment of {{amount}}',
    'ui.money.dispute_won': 'The bank settled the dispute: the payment of {{amount}} stands',
    'ui.money.dispute_lost': 'The bank settled the dispute and gave {{amount}} back to the client',
    'ui.money.details.payment': 'Payment {{payment}}',
    'ui.money.details.reference': 'Reference {{reference}}',
    'ui.money.details.by': 'Recorded by: {{who}}',
  },
);
