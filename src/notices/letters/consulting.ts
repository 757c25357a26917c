import { TICKET_TYPES } from '../../domain/classification/ticket-types';
import { localInstant } from '../local-instant';
import { moneyText } from '../money-text';
import { dataOf, type Facts, type Letter } from '../letter';
import { facts as rows, paragraph, priorityLabel, wholeQuote } from './parts';

/**
 * The letter to the consulting department, which has no account: everything it needs stands in it, and it opens no page.
 * No mail to this address is read, so that the answer goes to whoever referred, who keeps it on the ticket.
 */
export function consultingReferral(facts: Facts): Letter {
  const { ticket, organizationName, referrer, timeZone } = facts;
  const { description, keepOpen, reference, cost } = dataOf(facts, 'referred');
  const { folio, contact } = ticket;
  const agent = referrer ? `${referrer.name} (${referrer.email})` : 'el área de soporte';
  return {
    subject: `Ticket ${folio}: solicitud para consultoría (${ticket.subject})`,
    title: `Soporte canaliza a consultoría una solicitud del ticket ${folio}`,
    blocks: [
      wholeQuote('Lo que se canaliza', description),
      rows(
        ['Folio', folio],
        ['Cliente', organizationName],
        ['Contacto', contact.name],
        ['Teléfono', contact.phone],
        ['Correo', contact.email],
      ),
      rows(
        ['Asunto', ticket.subject],
        ['Tipo', TICKET_TYPES.find(({ id }) => id === ticket.type)?.label ?? ticket.type],
        ['Producto', `${ticket.coverage.product.name ?? ticket.product} ${ticket.productVersion}`],
        ['Prioridad', priorityLabel(ticket)],
        ['Registrado', localInstant(ticket.createdAt, timeZone)],
        ['En soporte', keepOpen ? 'El ticket sigue abierto' : 'El ticket se cerró como fuera de alcance'],
        ...(reference ? [['Referencia de consultoría', reference] as [string, string]] : []),
        ...(cost ? [['Costo', moneyText(cost)] as [string, string]] : []),
      ),
      wholeQuote('Lo que escribió el cliente', ticket.description),
      paragraph(
        `Qué sigue: póngase en contacto con el cliente y comunique su referencia y el costo a ${agent}, con el folio ${folio}. ` +
          (keepOpen
            ? 'Soporte los registra en el ticket y el cliente los recibe por correo.'
            : 'Use ese folio también al tratar la solicitud con el cliente.'),
      ),
    ],
    action: null,
    footer:
      `No responda a este correo: nadie lee este buzón. Conteste a ${agent} y cite el folio ${folio}. ` +
      'Este aviso contiene todo lo que soporte canaliza: no hace falta una cuenta para consultarlo.',
  };
}
