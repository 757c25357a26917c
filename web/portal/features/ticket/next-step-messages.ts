import { defineMessages } from '../../../ui/i18n/messages';

/** What happens next on a ticket, in words; apart from the ticket's page, since the list of tickets has them too. */
export const NEXT_STEP = defineMessages(
  {
    'ticket.next': 'Qué sigue',
    'ticket.next.yourTurn': 'Le toca a usted',
    'ticket.next.supportTurn': 'Le toca a soporte',
    'ticket.next.accept':
      'Soporte dio una solución. Acéptela o responda a más tardar el {{when}}; sin respuesta, el ticket se cierra.',
    'ticket.next.answer':
      'Soporte le hizo una pregunta. Responda a más tardar el {{when}}; sin respuesta, el ticket se cierra.',
    'ticket.next.pay':
      'Revise el costo y las condiciones de la sesión remota. Al pagarla podrá elegir horario.',
    'ticket.next.choose': 'Su sesión remota está pagada. Elija el horario.',
    'ticket.next.join': 'Su sesión remota está en curso. Entre ahora.',
    'ticket.next.scheduled': 'Su sesión remota está programada. A la hora acordada verá aquí cómo entrar.',
    'ticket.next.attention':
      'Soporte recibió su ticket y le dará la primera atención. Le avisaremos por correo en cuanto le responda.',
    'ticket.next.support': 'Soporte trabaja en su ticket y le responderá aquí.',
    'ticket.next.support.by': 'Soporte trabaja en su ticket. Tiempo estimado: {{when}}.',
    'ticket.next.support.late':
      'Soporte trabaja en su ticket. El tiempo estimado ({{when}}) ya pasó y soporte está enterado.',
    'ticket.next.closed': 'Se envió al archivo histórico y no se puede reabrir.',
  },
  {
    'ticket.next': 'What is next',
    'ticket.next.yourTurn': 'It is your turn',
    'ticket.next.supportTurn': 'It is support’s turn',
    'ticket.next.accept':
      'Support gave a solution. Accept it or reply by {{when}}; without an answer the ticket closes.',
    'ticket.next.answer':
      'Support asked you a question. Answer by {{when}}; without an answer the ticket closes.',
    'ticket.next.pay':
      'Look at the cost and the terms of the remote session. Once paid you can choose a time.',
    'ticket.next.choose': 'Your remote session is paid. Choose the time.',
    'ticket.next.join': 'Your remote session is under way. Join now.',
    'ticket.next.scheduled':
      'Your remote session is scheduled. At the agreed time you will see here how to join.',
    'ticket.next.attention':
      'Support has your ticket and will give it its first attention. We tell you by mail as soon as they answer.',
    'ticket.next.support': 'Support works on your ticket and will answer you here.',
    'ticket.next.support.by': 'Support works on your ticket. Estimated time: {{when}}.',
    'ticket.next.support.late':
      'Support works on your ticket. The estimated time ({{when}}) has passed, and support knows.',
    'ticket.next.closed': 'It went to the archive and cannot be reopened.',
  },
);
