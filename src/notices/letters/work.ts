import { localInstant } from '../local-instant';
import { dataOf, type Block, type Facts, type Letter } from '../letter';
import { facts as rows, important, paragraph, priorityLabel, quote, toStaff } from './parts';
import { PLATFORM_NAMES } from './session-parts';

export function ticketAssigned(facts: Facts): Letter {
  const again = dataOf(facts, 'assigned').from !== null;
  return toStaff(facts, {
    about: again ? 'reasignado a usted' : 'asignado a usted',
    title: again ? 'Se le reasignó un ticket' : 'Se le asignó un ticket',
    blocks: [
      gist(facts),
      ...(facts.ticket.mailFailed
        ? [important('Los correos no llegan al cliente: avísele por teléfono.')]
        : []),
    ],
  });
}

export function clientReplied(facts: Facts): Letter {
  return toStaff(facts, {
    about: 'el cliente respondió',
    title: 'El cliente respondió',
    blocks: [quote('Mensaje del cliente', dataOf(facts, 'message_posted').body), gist(facts)],
  });
}

export function noteMention(facts: Facts): Letter {
  return toStaff(facts, {
    about: 'lo mencionan en una nota',
    title: 'Lo mencionan en una nota interna',
    blocks: [quote('Nota interna', dataOf(facts, 'note_added').body), gist(facts)],
  });
}

export function targetMissed(facts: Facts): Letter {
  const { target, dueAt } = dataOf(facts, 'target_missed');
  const what = target === 'first_attention' ? 'la primera atención' : 'la siguiente respuesta';
  return toStaff(facts, {
    about: `venció la meta de ${what}`,
    title: `Venció la meta interna de ${what}`,
    blocks: [
      rows(
        ['Meta', localInstant(dueAt, facts.timeZone)],
        ['Asignado', facts.ticket.assigneeId ? 'Sí' : 'No'],
      ),
      gist(facts),
    ],
  });
}

export function sessionRequested(facts: Facts): Letter {
  const { request } = dataOf(facts, 'session_changed');
  return toStaff(facts, {
    about: 'se solicitó una sesión remota',
    title: 'Se solicitó una sesión remota con costo',
    blocks: [
      ...(request ? [rows(['Sesión', PLATFORM_NAMES[request.platform]])] : []),
      quote('Motivo', request?.reason ?? ''),
      important('Qué sigue: envíe la cotización desde la consola de agentes.'),
      gist(facts),
    ],
  });
}

export function phoneClient(facts: Facts): Letter {
  const until = localInstant(dataOf(facts, 'reminder_sent').autoCloseAt, facts.timeZone);
  return toStaff(facts, {
    about: 'llame al cliente por teléfono',
    title: 'Llame al cliente por teléfono',
    blocks: [important(`El cliente no ha respondido y el ticket se cerrará el ${until}.`), gist(facts)],
  });
}

export function mailFailed(facts: Facts): Letter {
  const { recipient } = dataOf(facts, 'mail_failed');
  const toConsulting = recipient.role === 'consulting';
  return toStaff(facts, {
    about: toConsulting ? 'el correo a consultoría no llegó' : 'el correo no llegó, llame al cliente',
    title: toConsulting
      ? 'El correo a consultoría no llegó'
      : 'El correo al cliente no llegó: llámele por teléfono',
    blocks: [
      paragraph(
        toConsulting
          ? 'Avise a consultoría por otro medio y registre su referencia en el ticket.'
          : 'El servidor rechazó un correo de este ticket o lo devolvió. Llame al cliente y confirme sus datos de contacto.',
      ),
      gist(facts),
    ],
  });
}

/** What the ticket is about, at a glance. */
function gist({ ticket, organizationName }: Facts): Block {
  return rows(
    ['Cliente', organizationName],
    ['Asunto', ticket.subject],
    ['Prioridad', priorityLabel(ticket)],
  );
}
