import type { CannedReplyText } from '../../src/store/desk/canned-replies';

/** Texts with which an installation begins; the console puts the ticket's values in place of the variables. */
export const DEMO_CANNED_REPLIES: readonly CannedReplyText[] = [
  {
    title: 'Saludo y primera atención',
    shortcut: 'saludo',
    body: 'Buen día, {{cliente}}:\n\nSoy {{agente}}, agente de soporte, y atiendo su ticket {{folio}} («{{asunto}}»). Ya revisé lo que nos describe y en breve le comparto los siguientes pasos.',
    type: null,
  },
  {
    title: 'Pedir captura de pantalla y pasos',
    shortcut: 'captura',
    body: 'Buen día, {{cliente}}:\n\nPara reproducir lo que ocurre en {{producto}} {{version}} necesitamos:\n\n1. Una captura completa de la pantalla con el mensaje.\n2. Los pasos que siguió antes de que apareciera.\n3. La hora aproximada y el usuario con el que ingresó.\n\nPuede adjuntarlo en su respuesta a este ticket.',
    type: 'technical_problem',
  },
  {
    title: 'Solución propuesta',
    shortcut: 'solucion',
    body: 'Buen día, {{cliente}}:\n\nLe compartimos la solución de su ticket {{folio}}. Por favor, pruébela y confirme con «Aceptar solución», o respóndanos si algo sigue pendiente. Sin respuesta suya, el ticket se cerrará el {{cierre}}.',
    type: null,
  },
  {
    title: 'Un tema por ticket',
    shortcut: 'un-tema',
    body: 'Buen día, {{cliente}}:\n\nEn su mensaje encontramos más de un tema. Para dar seguimiento a cada uno, los separamos en tickets distintos; recibirá el folio de cada uno. En el ticket {{folio}} continuamos con «{{asunto}}».',
    type: null,
  },
  {
    title: 'Agradecimiento y cierre',
    shortcut: 'gracias',
    body: 'Gracias por confirmar, {{cliente}}. Damos por resuelto el ticket {{folio}}; podrá consultarlo en el Archivo histórico de tickets. Si el tema vuelve a presentarse, puede abrir uno nuevo relacionado.',
    type: null,
  },
];
