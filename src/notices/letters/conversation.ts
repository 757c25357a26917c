import { localInstant } from '../local-instant';
import { dataOf, type Block, type Facts, type Letter } from '../letter';
import type { WaitPlan } from '../../domain/ticket/business-times';
import { businessHours, important, paragraph, quote, toClient } from './parts';

export function replyPublished(facts: Facts): Letter {
  return toClient(facts, {
    about: 'nueva respuesta de soporte',
    title: 'Soporte respondió a su ticket',
    blocks: [quote('Mensaje del agente de soporte', dataOf(facts, 'message_posted').body)],
    label: 'Leer y responder en el Sitio de clientes',
  });
}

export function questionAsked(facts: Facts): Letter {
  const { body, wait } = dataOf(facts, 'message_posted');
  return toClient(facts, {
    about: 'soporte necesita su respuesta',
    title: 'Soporte le hizo una pregunta',
    blocks: [
      quote('Pregunta del agente de soporte', body),
      ...(wait ? waiting(wait, facts, 'responder la pregunta') : []),
    ],
    label: 'Responder en el Sitio de clientes',
  });
}

export function solutionGiven(facts: Facts): Letter {
  const { summary, steps, wait } = dataOf(facts, 'solution_proposed');
  const numbered = steps.map((step, index) => `${index + 1}. ${step}`);
  return toClient(facts, {
    about: 'soporte le dio una solución',
    title: 'Su ticket tiene una solución',
    blocks: [
      quote('Solución', [summary, ...numbered].join('\n')),
      ...waiting(wait, facts, 'comentar o aceptar la solución'),
    ],
    label: 'Aceptar o comentar en el Sitio de clientes',
  });
}

export function waitEnded(facts: Facts): Letter {
  const { cause, reason } = dataOf(facts, 'solution_retracted');
  const what = cause === 'solution' ? 'la solución' : 'la pregunta';
  return toClient(facts, {
    about: `soporte retiró ${what}`,
    title: `Soporte retiró ${what} y sigue con su ticket`,
    blocks: [
      quote('Motivo', reason),
      paragraph('El plazo para responder quedó sin efecto. Su ticket está en espera respuesta soporte.'),
    ],
  });
}

/** What has stood unanswered; its words are in the ticket. */
const AWAITED = {
  question: 'Un agente de soporte le hizo una pregunta y espera su respuesta.',
  solution: 'Un agente de soporte le dio una solución y espera que la acepte o la comente.',
} as const;

export function closingNear(facts: Facts): Letter {
  const { autoCloseAt } = dataOf(facts, 'reminder_sent');
  const until = localInstant(autoCloseAt, facts.timeZone);
  const cause = facts.ticket.waiting?.cause;
  return toClient(facts, {
    about: 'recordatorio, falta su respuesta',
    title: 'Falta su respuesta',
    blocks: [
      ...(cause === undefined ? [] : [paragraph(AWAITED[cause])]),
      important(
        `Si no responde antes del ${until}, el ticket se cerrará por completo y se enviará al archivo histórico.`,
      ),
      paragraph(
        'Un ticket cerrado no puede volver a abrirse. Basta un comentario suyo en el ticket para que siga abierto.',
      ),
    ],
    label: 'Responder en el Sitio de clientes',
  });
}

export function closingMoved(facts: Facts): Letter {
  const { wait, closingBefore } = dataOf(facts, 'policy_migrated');
  const before = closingBefore ? localInstant(closingBefore, facts.timeZone) : '';
  return toClient(facts, {
    about: 'cambió el plazo para responder',
    title: 'Cambió el plazo para responder',
    blocks: [
      paragraph(
        'Su ticket se rige ahora por otra versión de la política o del horario de servicio de soporte. ' +
          `El plazo que se le había informado terminaba el ${before}.`,
      ),
      ...(wait ? waiting(wait, facts, 'responder') : []),
    ],
    label: 'Responder en el Sitio de clientes',
  });
}

/** The exact end of the wait, what silence does, and where to answer. */
function waiting({ autoCloseAt, explanation }: WaitPlan, { timeZone }: Facts, purpose: string): Block[] {
  const until = localInstant(autoCloseAt, timeZone);
  return [
    important(
      `Tiene ${businessHours(explanation.businessHours)} para ${purpose}: hasta el ${until}. ` +
        'Si no responde, el ticket se cerrará por completo y se enviará al archivo histórico.',
    ),
    paragraph(
      'Un ticket cerrado no puede volver a abrirse. Responda dentro del ticket, en el Sitio de clientes.',
    ),
  ];
}
