import { freeCancellationUntil } from '../../domain/session/cancellation';
import { receiptOf } from '../../domain/session/receipt';
import { keptPayment } from '../../domain/session/session';
import type { SessionMailKind } from '../../store/notices/notices';
import { localInstant } from '../local-instant';
import type { Block, Letter } from '../letter';
import { moneyText } from '../money-text';
import { dataAt, type SessionFacts, type SessionMatter, type SessionWriter } from '../session-letter';
import { facts as rows, important, paragraph, quote, toClient } from './parts';
import { pesos, PLATFORM_NAMES, priceRows, receiptRows, slotRows } from './session-parts';

type ClientKind = Exclude<SessionMailKind, `staff_${string}`>;

/** What the client's side is told of a paid session. */
export const CLIENT_SESSION_LETTERS: Readonly<Record<ClientKind, SessionWriter>> = {
  session_quoted: (given) =>
    letter(given, {
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
    letter(given, {
      about: 'la cotización de su sesión remota está por vencer',
      title: 'La cotización de su sesión remota está por vencer',
      blocks: [important(`Vence el ${quoteEnd(given)}.`), rows(...priceRows(given.session))],
      label: 'Ver, aceptar y pagar en el Sitio de clientes',
    }),
  quote_expired: (given) =>
    letter(given, {
      about: given.session.quote
        ? 'venció la cotización de su sesión remota'
        : 'venció su solicitud de sesión',
      title: given.session.quote
        ? 'La cotización de su sesión remota venció'
        : 'Su solicitud de sesión remota venció',
      blocks: [paragraph('No se le cobró nada. Si aún la necesita, solicítela de nuevo desde su ticket.')],
    }),
  checkout_opened: (given) =>
    letter(given, {
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
    letter(given, {
      about: 'la página de pago venció',
      title: 'La página de pago venció sin un pago',
      blocks: [
        paragraph('No se le cobró nada.'),
        important(`La cotización sigue vigente: puede pagarla hasta el ${quoteEnd(given)}.`),
      ],
      label: 'Pagar en el Sitio de clientes',
    }),
  payment_refused: (given) =>
    letter(given, {
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
    letter(given, {
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
    letter(given, {
      about: 'le devolvemos un pago',
      title: 'Recibimos un pago que no corresponde y se lo devolvemos completo',
      blocks: [
        rows(['Importe', returned(given)]),
        paragraph('Llegó por duplicado, después de tiempo o por otro importe. No tiene que hacer nada.'),
      ],
    }),
  refund_sent: (given) =>
    letter(given, {
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
  slot_chosen: (given) =>
    letter(given, {
      about: given.again ? 'su sesión remota cambió de horario' : 'su sesión remota está confirmada',
      title: given.again ? 'Su sesión remota cambió de horario' : 'Su sesión remota está confirmada',
      blocks: [slotRows(given, dataAt(given, 'slot_chosen')?.startsAt), accessNote(given), termsNote(given)],
      label: 'Ver la sesión en el Sitio de clientes',
    }),
  session_near: (given) =>
    letter(given, {
      about: 'recordatorio de su sesión remota',
      title: 'Recordatorio de su sesión remota',
      blocks: [slotRows(given), accessNote(given)],
      label: 'Ver la sesión en el Sitio de clientes',
    }),
  access_ready: (given) =>
    letter(given, {
      about: 'ya puede entrar a su sesión remota',
      title: 'Ya puede entrar a su sesión remota',
      blocks: [
        slotRows(given),
        important(
          `${accessOf(given.session)} se muestran únicamente en el Sitio de clientes, nunca por correo.`,
        ),
        ...(given.session.platform === 'anydesk'
          ? [paragraph('AnyDesk: instálelo desde https://anydesk.com y acepte la conexión cuando aparezca.')]
          : []),
      ],
      label: 'Entrar desde el Sitio de clientes',
    }),
  session_ending: (given) =>
    letter(given, {
      about: 'su sesión remota está por terminar',
      title: 'Su sesión remota está por terminar',
      blocks: [important(`Termina el ${when(given, dataAt(given, 'warned')?.endsAt)}.`)],
      label: 'Ver la sesión en el Sitio de clientes',
    }),
  session_ended: (given) =>
    letter(given, {
      about: 'su sesión remota terminó',
      title: 'Su sesión remota terminó',
      blocks: [
        rows(['Terminó', when(given, given.event.at)]),
        paragraph('Qué sigue: el agente de soporte le dará la solución por escrito en su ticket.'),
      ],
    }),
  client_absent: (given) =>
    letter(given, {
      about: 'no se presentó a su sesión remota',
      title: 'No se presentó a su sesión remota',
      blocks: [
        slotRows(given),
        important('De acuerdo con los términos que aceptó, la sesión se considera impartida.'),
        paragraph('Su ticket sigue abierto: continúe ahí la conversación con el agente de soporte.'),
      ],
    }),
  session_not_held: (given) =>
    letter(given, {
      about: 'e-Optics no pudo atender su sesión remota',
      title: 'Lo sentimos: e-Optics no pudo atender su sesión remota',
      blocks: [
        important('Elija otro día y hora sin costo, o cancele y se le devuelve el total de su pago.'),
        rows(['Pago conservado a su favor', pesos(keptPayment(given.session)?.capturedMinor ?? 0)]),
      ],
      label: 'Elegir otro horario en el Sitio de clientes',
    }),
  session_cancelled: (given) =>
    letter(given, {
      about: 'su sesión remota se canceló',
      title: 'Su sesión remota se canceló',
      blocks: [...whyCancelled(given), refundNote(cancelledRefund(given), given)],
    }),
  choice_expired: (given) =>
    letter(given, {
      about: 'se reembolsa su sesión remota',
      title: 'No se eligió horario: se le devuelve su pago',
      blocks: [
        paragraph(
          `Pasaron ${given.session.conditions.slotChoiceDays} días desde su pago sin elegir día y hora.`,
        ),
        refundNote(dataAt(given, 'lapsed')?.refundMinor ?? 0, given),
      ],
    }),
};

/** Support has attached the CFDI. The files stay in the Sitio: they carry fiscal data. */
export function invoiceAttached(given: SessionMatter): Letter {
  const receipt = receiptOf(given.session);
  return letter(given, {
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

/** Where nobody cancelled it. */
function whyCancelled({ event }: SessionFacts): Block[] {
  if (event.name === 'ticket_gone') return [paragraph('Se canceló porque su ticket se cerró.')];
  if (event.name === 'payment_lost')
    return [paragraph('Se canceló porque su banco le regresó el pago por la aclaración del cargo.')];
  return [];
}

function letter(
  given: SessionMatter,
  { label = 'Ver la sesión en el Sitio de clientes', ...content }: Parameters<typeof toClient>[1],
): Letter {
  return { ...toClient(given, content), action: { label, url: given.pages.site } };
}

function returned(given: SessionFacts): string {
  const captured = dataAt(given, 'captured');
  return captured
    ? moneyText({ amount: captured.amountMinor, currency: captured.currency.toUpperCase() as 'MXN' })
    : '';
}

/** What goes back of a session that was given up, or ended with its ticket; minor units. */
function cancelledRefund(given: SessionFacts): number {
  const { refundMinor = 0 } =
    dataAt(given, 'cancelled') ?? dataAt(given, 'ticket_gone') ?? dataAt(given, 'payment_lost') ?? {};
  return refundMinor;
}

function quoteEnd(given: SessionFacts): string {
  return when(given, given.session.quote?.validUntil);
}

function when({ timeZone, event }: SessionFacts, instant: string | undefined): string {
  return localInstant(instant ?? event.at, timeZone);
}

/** What one joins by. */
function accessOf({ platform }: SessionFacts['session']): string {
  return platform === 'zoom' ? 'La liga y la contraseña' : 'Los datos de conexión de AnyDesk';
}

function accessNote({ session }: SessionFacts): Block {
  return paragraph(
    `${accessOf(session)} aparecerán en el Sitio de clientes ${session.conditions.accessOpensMinutes} minutos antes ` +
      'del inicio. No se envían por correo.',
  );
}

/** As accepted: until when cancelling is free, and what comes back later. */
function termsNote({ session, timeZone, event }: SessionFacts): Block {
  const { lateRefundPercent } = session.conditions.cancellation;
  const until = freeCancellationUntil(session);
  // A time that was near when it was chosen leaves none to cancel without cost.
  if (until === null || until <= event.at)
    return paragraph(`Si la cancela, se le devuelve el ${lateRefundPercent} % de su pago.`);
  return paragraph(
    `Puede cancelarla sin costo hasta el ${localInstant(until, timeZone)}; después se reembolsa el ${lateRefundPercent} %.`,
  );
}

function refundNote(refundMinor: number, { session, event }: SessionFacts): Block {
  if (refundMinor > 0)
    return important(`Se le devuelven ${pesos(refundMinor)}. Le avisaremos en cuanto se envíen.`);
  if (event.name === 'payment_lost') return paragraph('No queda nada por devolver.');
  if (keptPayment(session))
    return paragraph('De acuerdo con los términos que aceptó, no corresponde un reembolso.');
  return paragraph(
    session.payments.length > 0 ? 'Lo que haya pagado se le devuelve completo.' : 'No se le cobró nada.',
  );
}
