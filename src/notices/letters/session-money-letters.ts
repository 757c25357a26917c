import { receiptOf } from '../../domain/session/receipt';
import type { Letter } from '../letter';
import { moneyText } from '../money-text';
import { dataAt, type SessionFacts, type SessionMatter, type SessionWriter } from '../session-letter';
import { facts as rows, important, paragraph, quote } from './parts';
import { clientLetter, when } from './session-client-letter';
import { pesos, PLATFORM_NAMES, priceRows, receiptRows } from './session-parts';

/** What the client's side is told of the price, the payment and what goes back. */
export const SESSION_MONEY_LETTERS = {
  session_quoted: (given) =>
    clientLetter(given, {
      about: given.again ? 'nueva cotización de su sesión remota' : 'cotización de su sesión remota',
      title: given.again ? 'La cotización de su sesión remota cambió' : 'Cotización de su sesión remota',
      blocks: [
        rows(['Sesión', PLATFORM_NAMES[given.session.platform]], ...priceRows(given.session)),
        quote('Términos', given.session.quote?.terms ?? ''),
        important(`Puede aceptarla y pagarla hasta el ${quoteEnd(given)}.`),
        paragraph('Si no la acepta, simplemente vence: no se le cobra nada y su ticket sigue su curso.'),
      ],
      label: 'Ver, aceptar y pagar en el Sitio de clientes',
    }),
  quote_expiring: (given) =>
    clientLetter(given, {
      about: 'la cotización de su sesión remota está por vencer',
      title: 'La cotización de su sesión remota está por vencer',
      blocks: [important(`Vence el ${quoteEnd(given)}.`), rows(...priceRows(given.session))],
      label: 'Ver, aceptar y pagar en el Sitio de clientes',
    }),
  quote_expired: (given) =>
    clientLetter(given, {
      about: given.session.quote
        ? 'venció la cotización de su sesión remota'
        : 'venció su solicitud de sesión',
      title: given.session.quote
        ? 'La cotización de su sesión remota venció'
        : 'Su solicitud de sesión remota venció',
      blocks: [paragraph('No se le cobró nada. Si aún la necesita, solicítela de nuevo desde su ticket.')],
    }),
  checkout_opened: (given) =>
    clientLetter(given, {
      about: 'su página de pago está lista',
      title: 'Su página de pago está lista',
      blocks: [
        rows(...priceRows(given.session)),
        important(`La página de pago vence el ${when(given, dataAt(given, 'checkout_opened')?.expiresAt)}.`),
        paragraph('Abra el pago desde el Sitio de clientes. Al confirmarse podrá elegir día y hora.'),
      ],
      label: 'Pagar en el Sitio de clientes',
    }),
  checkout_expired: (given) =>
    clientLetter(given, {
      about: 'la página de pago venció',
      title: 'La página de pago venció sin un pago',
      blocks: [
        paragraph('No se le cobró nada.'),
        important(`La cotización sigue vigente: puede pagarla hasta el ${quoteEnd(given)}.`),
      ],
      label: 'Pagar en el Sitio de clientes',
    }),
  payment_refused: (given) =>
    clientLetter(given, {
      about: 'su pago no se autorizó',
      title: 'El banco no autorizó su pago',
      blocks: [
        paragraph('No se le cobró nada.'),
        rows(...priceRows(given.session)),
        important(
          'Intente de nuevo con otra tarjeta o consulte a su banco' +
            (given.session.checkout?.expiresAt
              ? `; la página de pago vence el ${when(given, given.session.checkout.expiresAt)}.`
              : '.'),
        ),
      ],
      label: 'Pagar en el Sitio de clientes',
    }),
  session_paid: (given) =>
    clientLetter(given, {
      about: 'recibimos su pago',
      title: 'Recibimos su pago: elija día y hora de su sesión',
      blocks: [
        receiptRows(given),
        important('Qué sigue: elija el día y la hora de su sesión en el Sitio de clientes.'),
        paragraph('Este recibo no es una factura. Si la necesita, capture sus datos fiscales en el ticket.'),
      ],
      label: 'Elegir día y hora en el Sitio de clientes',
    }),
  payment_returned: (given) =>
    clientLetter(given, {
      about: 'le devolvemos un pago',
      title: 'Recibimos un pago que no corresponde y se lo devolvemos completo',
      blocks: [
        rows(['Importe', returned(given)]),
        paragraph('Llegó por duplicado, después de tiempo o por otro importe. No tiene que hacer nada.'),
      ],
    }),
  refund_sent: (given) =>
    clientLetter(given, {
      about: 'enviamos su reembolso',
      title: 'Enviamos su reembolso',
      blocks: [
        rows(
          ['Importe', pesos(dataAt(given, 'refunded')?.amountMinor ?? 0)],
          ['Enviado', when(given, given.event.at)],
        ),
        paragraph('Según su banco, puede tardar algunos días en verse en su cuenta.'),
      ],
    }),
} satisfies Record<string, SessionWriter>;

/** Support has attached the CFDI. The files stay in the Sitio: they carry fiscal data. */
export function invoiceAttached(given: SessionMatter): Letter {
  const receipt = receiptOf(given.session);
  return clientLetter(given, {
    about: 'su factura (CFDI) está lista',
    title: 'Su factura (CFDI) está lista',
    blocks: [
      rows(
        ['Concepto', `Sesión remota de soporte (${PLATFORM_NAMES[given.session.platform]})`],
        ...(receipt ? ([['Total', `${pesos(receipt.amount)}, IVA incluido`]] as [string, string][]) : []),
      ),
      paragraph('Descargue el XML y el PDF desde el Sitio de clientes. No se envían por correo.'),
    ],
    label: 'Descargar la factura en el Sitio de clientes',
  });
}

function returned(given: SessionFacts): string {
  const captured = dataAt(given, 'captured');
  return captured
    ? moneyText({ amount: captured.amountMinor, currency: captured.currency.toUpperCase() as 'MXN' })
    : '';
}

function quoteEnd(given: SessionFacts): string {
  return when(given, given.session.quote?.validUntil);
}
