import { freeCancellationUntil } from '../../domain/session/cancellation';
import { keptPayment } from '../../domain/session/session';
import type { Block } from '../letter';
import { localInstant } from '../local-instant';
import { dataAt, type SessionFacts, type SessionWriter } from '../session-letter';
import { facts as rows, important, paragraph } from './parts';
import { clientLetter, when } from './session-client-letter';
import { pesos, slotRows } from './session-parts';

/** What the client's side is told of the appointed time, the session itself and its end. */
export const SESSION_TIME_LETTERS = {
  slot_chosen: (given) =>
    clientLetter(given, {
      about: given.again ? 'su sesión remota cambió de horario' : 'su sesión remota está confirmada',
      title: given.again ? 'Su sesión remota cambió de horario' : 'Su sesión remota está confirmada',
      blocks: [slotRows(given, dataAt(given, 'slot_chosen')?.startsAt), accessNote(given), termsNote(given)],
      label: 'Ver la sesión en el Sitio de clientes',
    }),
  session_near: (given) =>
    clientLetter(given, {
      about: 'recordatorio de su sesión remota',
      title: 'Recordatorio de su sesión remota',
      blocks: [slotRows(given), accessNote(given)],
      label: 'Ver la sesión en el Sitio de clientes',
    }),
  access_ready: (given) =>
    clientLetter(given, {
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
    clientLetter(given, {
      about: 'su sesión remota está por terminar',
      title: 'Su sesión remota está por terminar',
      blocks: [important(`Termina el ${when(given, dataAt(given, 'warned')?.endsAt)}.`)],
      label: 'Ver la sesión en el Sitio de clientes',
    }),
  session_ended: (given) =>
    clientLetter(given, {
      about: 'su sesión remota terminó',
      title: 'Su sesión remota terminó',
      blocks: [
        rows(['Terminó', when(given, given.event.at)]),
        paragraph('Qué sigue: el agente de soporte le dará la solución por escrito en su ticket.'),
      ],
    }),
  client_absent: (given) =>
    clientLetter(given, {
      about: 'no se presentó a su sesión remota',
      title: 'No se presentó a su sesión remota',
      blocks: [
        slotRows(given),
        important('De acuerdo con los términos que aceptó, la sesión se considera impartida.'),
        paragraph('Su ticket sigue abierto: continúe ahí la conversación con el agente de soporte.'),
      ],
    }),
  session_not_held: (given) =>
    clientLetter(given, {
      about: 'e-Optics no pudo atender su sesión remota',
      title: 'Lo sentimos: e-Optics no pudo atender su sesión remota',
      blocks: [
        important('Elija otro día y hora sin costo, o cancele y se le devuelve el total de su pago.'),
        rows(['Pago conservado a su favor', pesos(keptPayment(given.session)?.capturedMinor ?? 0)]),
      ],
      label: 'Elegir otro horario en el Sitio de clientes',
    }),
  session_cancelled: (given) =>
    clientLetter(given, {
      about: 'su sesión remota se canceló',
      title: 'Su sesión remota se canceló',
      blocks: [...whyCancelled(given), refundNote(cancelledRefund(given), given)],
    }),
  choice_expired: (given) =>
    clientLetter(given, {
      about: 'se reembolsa su sesión remota',
      title: 'No se eligió horario: se le devuelve su pago',
      blocks: [
        paragraph(
          `Pasaron ${given.session.conditions.slotChoiceDays} días desde su pago sin elegir día y hora.`,
        ),
        refundNote(dataAt(given, 'lapsed')?.refundMinor ?? 0, given),
      ],
    }),
} satisfies Record<string, SessionWriter>;

/** Where nobody cancelled it. */
function whyCancelled({ event }: SessionFacts): Block[] {
  if (event.name === 'ticket_gone') return [paragraph('Se canceló porque su ticket se cerró.')];
  if (event.name === 'payment_lost')
    return [paragraph('Se canceló porque su banco le regresó el pago por la aclaración del cargo.')];
  return [];
}

/** What goes back of a session that was given up, or ended with its ticket; minor units. */
function cancelledRefund(given: SessionFacts): number {
  const { refundMinor = 0 } =
    dataAt(given, 'cancelled') ?? dataAt(given, 'ticket_gone') ?? dataAt(given, 'payment_lost') ?? {};
  return refundMinor;
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
