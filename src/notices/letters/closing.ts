import { CLOSURE_REASON_LABELS } from '../../domain/classification/closure-reasons';
import { localInstant } from '../local-instant';
import { dataOf, type Facts, type Letter } from '../letter';
import { facts as rows, paragraph, quote, toClient } from './parts';

export function ticketClosed(facts: Facts): Letter {
  const { ticket, event, timeZone } = facts;
  const { reason, message, dueAt, duplicateOf } = dataOf(facts, 'closed');
  const parts = reason === 'split' ? ticket.links.splitInto : [];
  return toClient(facts, {
    about: 'cerrado',
    title: 'Su ticket se cerró y se envió al archivo histórico',
    blocks: [
      rows(
        ['Motivo de cierre', CLOSURE_REASON_LABELS[reason]],
        ['Estado', 'Cerrado'],
        ['Cerrado', localInstant(dueAt ?? event.at, timeZone)],
      ),
      ...(message === null ? [] : [quote('Mensaje de cierre', message)]),
      ...(duplicateOf === null ? [] : [paragraph(`El mismo tema se atiende en el ticket ${duplicateOf}.`)]),
      ...(parts.length === 0 ? [] : [paragraph(`Sus temas continúan en los tickets ${parts.join(', ')}.`)]),
      paragraph(
        'Un ticket cerrado no puede volver a abrirse. Si el problema se presenta nuevamente, registre un ticket nuevo ' +
          'relacionado con este desde el Sitio de clientes.',
      ),
    ],
    label: 'Ver el ticket en el archivo histórico',
  });
}

export function ticketReferred(facts: Facts): Letter {
  return toClient(facts, {
    about: 'se turnó a consultoría',
    title: 'Una parte de su solicitud se turnó a consultoría',
    blocks: [
      quote('Lo que se turnó', dataOf(facts, 'referred').description),
      paragraph(
        'El servicio de soporte no incluye desarrollo ni consultoría de negocio. El departamento de consultoría le dará ' +
          'a conocer el servicio y su costo. Su ticket sigue abierto para lo que corresponde a soporte.',
      ),
    ],
  });
}
