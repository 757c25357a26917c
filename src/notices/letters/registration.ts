import { localInstant } from '../local-instant';
import { dataOf, type Facts, type Letter } from '../letter';
import { facts as rows, paragraph, quote, toClient } from './parts';

export function ticketRegistered(facts: Facts): Letter {
  const { ticket, event, timeZone } = facts;
  const { splitFrom, onBehalfReason, follows } = dataOf(facts, 'registered');
  return toClient(facts, {
    about: 'quedó registrado',
    title: `Su ticket quedó registrado con el folio ${ticket.folio}`,
    blocks: [
      ...(splitFrom
        ? [
            paragraph(
              `Este ticket proviene de dividir el ticket ${splitFrom}: cada tema se atiende por separado.`,
            ),
          ]
        : []),
      ...(!splitFrom && onBehalfReason
        ? [paragraph(`Un agente de soporte lo registró por usted. Motivo: ${onBehalfReason}`)]
        : []),
      ...(follows ? [paragraph(`Da seguimiento al ticket ${follows}, que ya está cerrado.`)] : []),
      rows(
        ['Folio', ticket.folio],
        ['Asunto', ticket.subject],
        ['Registrado', localInstant(event.at, timeZone)],
        ['Estado', 'En espera respuesta soporte'],
      ),
      paragraph(
        'Qué sigue: un agente de soporte lo clasifica, se le asigna a quien tiene la experiencia y recibe usted la ' +
          'primera atención. Le avisaremos por correo de cada paso; por ahora no necesita hacer nada.',
      ),
    ],
  });
}

export function firstAttention(facts: Facts): Letter {
  const { ticket, timeZone, message } = facts;
  const { attention, estimate } = ticket;
  const solutions = attention?.possibleSolutions.map(({ summary }) => summary).join('; ');
  return toClient(facts, {
    about: 'primera atención',
    title: 'Su ticket recibió la primera atención',
    blocks: [
      paragraph('Un agente de soporte revisó su ticket y esto es lo que determinó.'),
      ...(message === null ? [] : [quote('Mensaje del agente de soporte', message)]),
      ...(attention
        ? [
            rows(
              ['Naturaleza del problema', attention.nature],
              ['Posibles soluciones', solutions ?? ''],
              ['Responsabilidades', attention.responsibilities],
              ...(estimate
                ? [['Tiempo estimado', localInstant(estimate.dueAt, timeZone)] as [string, string]]
                : []),
            ),
          ]
        : []),
      paragraph('Si algo no es correcto, dígalo en el ticket, dentro del Sitio de clientes.'),
    ],
  });
}
