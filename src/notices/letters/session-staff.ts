import type { SessionMailKind } from '../../store/notices/notices';
import { localInstant } from '../local-instant';
import type { Block, Letter } from '../letter';
import { dataAt, type SessionFacts, type SessionWriter } from '../session-letter';
import { facts as rows, important, paragraph, toStaff } from './parts';
import { owedMinor, pesos, slotRows } from './session-parts';

type StaffKind = Extract<SessionMailKind, `staff_${string}`>;

/** What support is told of a paid session. */
export const STAFF_SESSION_LETTERS: Readonly<Record<StaffKind, SessionWriter>> = {
  staff_session_paid: (given) =>
    letter(given, 'sesión remota pagada', 'El cliente pagó la sesión remota', [
      rows(['Importe', `${pesos(dataAt(given, 'captured')?.amountMinor ?? 0)}, IVA incluido`]),
      paragraph('El cliente elige ahora día y hora.'),
    ]),
  staff_slot_chosen: (given) =>
    letter(
      given,
      given.again ? 'la sesión remota cambió de horario' : 'sesión remota confirmada con usted',
      given.again ? 'La sesión remota cambió de horario' : 'Tiene una sesión remota confirmada',
      [slotRows(given, dataAt(given, 'slot_chosen')?.startsAt), ...anydeskNote(given)],
    ),
  staff_slot_passed_on: (given) =>
    letter(given, 'ya no atiende la sesión remota', 'La sesión remota cambió de horario y de agente', [
      paragraph('Su tiempo quedó libre.'),
    ]),
  staff_session_near: (given) =>
    letter(given, 'recordatorio de la sesión remota', 'Recordatorio de la sesión remota', [
      slotRows(given),
      ...anydeskNote(given),
    ]),
  staff_access_ready: (given) =>
    letter(given, 'la sesión remota está por comenzar', 'La sesión remota está por comenzar', [
      slotRows(given),
      given.session.meeting
        ? important('El acceso está en la consola de agentes. Registre el inicio cuando entren.')
        : important('Aún no hay acceso: captúrelo en la consola de agentes.'),
    ]),
  staff_session_ending: (given) =>
    letter(given, 'la sesión remota está por terminar', 'La sesión remota está por terminar', [
      important(`Termina el ${when(given, dataAt(given, 'warned')?.endsAt)}.`),
    ]),
  staff_session_ended: (given) =>
    letter(given, 'la sesión remota terminó', 'La sesión remota terminó', [
      rows(['Terminó', when(given, given.event.at)]),
      paragraph('Qué sigue: dé la solución en el ticket; con ella corren las 48 horas hábiles completas.'),
    ]),
  staff_session_not_held: (given) =>
    letter(given, 'la sesión remota no se atendió', 'La sesión remota no se atendió', [
      paragraph('El cliente puede elegir otro horario o pedir el total de su pago.'),
    ]),
  staff_session_cancelled: (given) =>
    letter(given, 'la sesión remota se canceló', 'La sesión remota se canceló', [
      // As it was decided: by the time this is written the money may have left.
      rows(['A devolver', pesos(dataAt(given, 'cancelled')?.refundMinor ?? owedMinor(given.session))]),
    ]),
  staff_attendance_missing: (given) =>
    letter(given, 'falta registrar la asistencia', 'Registre quién asistió a la sesión remota', [
      slotRows(given),
      important('Si nadie lo registra, la sesión cuenta como no atendida por e-Optics.'),
    ]),
  staff_payment_disputed: (given) =>
    letter(given, 'el banco disputa un pago', 'El banco del cliente disputa el pago de la sesión', [
      rows(['Pago', dataAt(given, 'disputed')?.paymentId ?? '']),
      paragraph('Responda la disputa con el proveedor de pagos; mientras tanto no se envían reembolsos.'),
    ]),
  staff_dispute_settled: (given) =>
    letter(given, 'se resolvió la disputa de un pago', 'Se resolvió la disputa de un pago', [
      rows(
        ['Pago', dataAt(given, 'dispute_settled')?.paymentId ?? ''],
        ['Resultado', dataAt(given, 'dispute_settled')?.won ? 'A favor de e-Optics' : 'A favor del cliente'],
        ['Importe que se pierde', pesos(dataAt(given, 'dispute_settled')?.amountMinor ?? 0)],
      ),
    ]),
  staff_transfer_to_return: (given) =>
    letter(given, 'devuelva una transferencia', 'Hay una transferencia por devolver', [
      rows(['A devolver', pesos(owedMinor(given.session))]),
      important('Envíela desde el banco y registre su referencia en la consola de agentes.'),
    ]),
};

function letter(given: SessionFacts, about: string, title: string, blocks: Block[]): Letter {
  const gist = rows(['Cliente', given.organizationName], ['Asunto', given.ticket.subject]);
  const letter = toStaff(given, { about, title, blocks: [...blocks, gist] });
  return { ...letter, action: { label: 'Abrir la sesión en la consola', url: given.pages.console } };
}

function when({ timeZone, event }: SessionFacts, instant: string | undefined): string {
  return localInstant(instant ?? event.at, timeZone);
}

function anydeskNote({ session }: SessionFacts): Block[] {
  return session.platform === 'anydesk' && session.meeting === null
    ? [paragraph('Capture la dirección y la clave de AnyDesk en la consola de agentes antes del inicio.')]
    : [];
}
