import { CLOSURE_REASON_LABELS } from '../../domain/classification/closure-reasons';
import { localInstant } from '../local-instant';
import type { Money } from '../../domain/money';
import { dataOf, type Block, type Facts, type Letter } from '../letter';
import { moneyText } from '../money-text';
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
      ...(reason === 'out_of_scope' ? consulted(ticket.referral) : []),
      ...(duplicateOf === null ? [] : [paragraph(`El mismo tema se atiende en el ticket ${duplicateOf}.`)]),
      ...(parts.length === 0 ? [] : [paragraph(`Sus temas continúan en los tickets ${parts.join(', ')}.`)]),
      paragraph(
        'Un ticket cerrado no puede volver a abrirse. Si el problema se presenta nuevamente, registre un ticket nuevo ' +
          'relacionado con este desde el Sitio de clientes.',
      ),
    ],
    label: 'Ver el ticket en el archivo histórico',
    answer: 'El soporte se da únicamente en el Sitio de clientes.',
  });
}

export function ticketReferred(facts: Facts): Letter {
  return toClient(facts, {
    about: 'se canalizó a consultoría',
    title: 'Una parte de su solicitud se canalizó a consultoría',
    blocks: [
      quote('Lo que se canalizó', dataOf(facts, 'referred').description),
      ...consulted(dataOf(facts, 'referred')),
      paragraph(
        'El servicio de soporte no incluye desarrollo ni consultoría de negocio. El departamento de consultoría le dará ' +
          'a conocer el servicio y su costo. Su ticket sigue abierto para lo que corresponde a soporte.',
      ),
    ],
  });
}

export function referralUpdated(facts: Facts): Letter {
  return toClient(facts, {
    about: 'referencia de consultoría',
    title: 'Consultoría dio la referencia de su solicitud',
    blocks: [
      ...consulted(dataOf(facts, 'referral_updated')),
      paragraph(
        'Use la referencia al tratar su solicitud con el departamento de consultoría. Su ticket sigue abierto para lo ' +
          'que corresponde a soporte.',
      ),
    ],
  });
}

/** What consulting has given so far. */
function consulted(referral: { reference?: string | null; cost?: Money | null } | null): Block[] {
  const { reference, cost } = referral ?? {};
  const given: [string, string][] = [
    ...(reference ? [['Referencia de consultoría', reference] as [string, string]] : []),
    ...(cost ? [['Costo', moneyText(cost)] as [string, string]] : []),
  ];
  return given.length === 0 ? [] : [rows(...given)];
}
