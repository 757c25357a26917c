import type { TicketType } from './ticket-type';

const CONSULTING =
  'Este servicio no forma parte del soporte técnico. Si envía el ticket, un agente de soporte lo canalizará ' +
  'a nuestro departamento de consultoría, que podrá ofrecérselo e informarle el costo.';

/** What the policy sends to the consulting department besides the items of its not-included list. */
export const OUT_OF_SERVICE_TYPES: readonly TicketType[] = [
  {
    id: 'development',
    label: 'Otros desarrollos',
    description: 'Cualquier otro desarrollo: reportes, formatos o procesos hechos para su empresa.',
    examples: ['Un reporte que el sistema no tiene', 'Un formato de impresión propio'],
    coverage: 'consulting',
    problem: false,
    defaultPriority: 'low',
    ceiling: null,
    warning: CONSULTING,
    exclusion: 'out_of_service',
  },
  {
    id: 'business_consulting',
    label: 'Consultoría de negocio',
    description: 'Asesoría para decidir cómo organizar o mejorar su negocio.',
    examples: ['¿Cómo conviene fijar mis precios?', 'Rediseñar mi proceso de ventas'],
    coverage: 'consulting',
    problem: false,
    defaultPriority: 'low',
    ceiling: null,
    warning: CONSULTING,
    exclusion: 'out_of_service',
  },
];
