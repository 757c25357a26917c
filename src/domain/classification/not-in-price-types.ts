import type { TicketType } from './ticket-type';

/** Told before sending; the ticket may be sent all the same, because only an engineer can judge. */
const QUOTED =
  'Este trabajo no está incluido en el precio de su servicio, pero puede cotizarse. ' +
  'Si envía el ticket, un agente de soporte lo revisará y le responderá.';
const CONSULTING =
  'El soporte técnico no incluye desarrollos. Si envía el ticket, un agente de soporte lo revisará y, ' +
  'si corresponde, lo canalizará a nuestro departamento de consultoría, que le informará el costo.';
const THIRD_PARTY =
  'El soporte técnico no configura, repara ni revisa equipos de otros fabricantes; acuda a su proveedor. ' +
  'Si cree que la causa está en e-Optics online, envíe el ticket y un agente de soporte lo revisará.';

/** Requests somebody makes when they want them: they have no incident and no urgency of their own. */
const REQUEST = { problem: false, defaultPriority: 'low', ceiling: null, exclusion: 'not_in_price' } as const;

/** Policy section "Limitaciones del servicio": the ten items that the monthly or yearly cost does not include, in its order. */
export const NOT_IN_PRICE_TYPES: readonly TicketType[] = [
  {
    ...REQUEST,
    id: 'custom_features',
    label: 'Funcionalidades personalizadas',
    description: 'Desarrollar una función hecha a la medida de su negocio.',
    examples: ['Un programa de puntos propio de mi cadena de ópticas'],
    coverage: 'consulting',
    warning: CONSULTING,
  },
  {
    ...REQUEST,
    id: 'database_deletion',
    label: 'Borrado de base de datos',
    description: 'Eliminar toda su base de datos o una parte de ella.',
    examples: ['Borrar las ventas de prueba', 'Empezar de cero con la base vacía'],
    coverage: 'quoted',
    warning: QUOTED,
  },
  {
    ...REQUEST,
    id: 'data_capture',
    label: 'Captura o carga de información por e-Optics',
    description:
      'Que e-Optics capture o cargue los datos por usted. Si quiere hacerlo usted, elija la ayuda para cargar.',
    examples: ['Capturar mi catálogo de armazones', 'Subir por mí el padrón de pacientes'],
    coverage: 'quoted',
    warning: QUOTED,
  },
  {
    ...REQUEST,
    id: 'label_reconfiguration',
    label: 'Reconfiguración de etiquetas',
    description: 'Cambiar el diseño, el tamaño o el contenido de sus etiquetas.',
    examples: ['Agregar el logotipo a las etiquetas de armazones'],
    coverage: 'quoted',
    warning: QUOTED,
  },
  {
    ...REQUEST,
    id: 'onsite_training',
    label: 'Capacitación en sitio',
    description: 'Capacitar a su personal en sus instalaciones.',
    examples: ['Un curso para el personal nuevo en mi sucursal'],
    coverage: 'quoted',
    warning: QUOTED,
  },
  {
    ...REQUEST,
    id: 'remote_training',
    label: 'Capacitación remota',
    description: 'Capacitar a su personal a distancia.',
    examples: ['Un curso en línea sobre inventarios'],
    coverage: 'quoted',
    warning: QUOTED,
  },
  {
    ...REQUEST,
    id: 'external_equipment_setup',
    label: 'Configuración de equipos externos',
    description: 'Instalar o configurar impresoras, lectores de código de barras u otros equipos.',
    examples: ['Conectar una impresora nueva a la caja'],
    coverage: 'never',
    warning: THIRD_PARTY,
  },
  {
    ...REQUEST,
    id: 'monthly_backups',
    label: 'Respaldos mensuales de base de datos',
    description:
      'Recibir cada mes un respaldo de su base de datos. Si solo necesita orientación, elija la ayuda con respaldos.',
    examples: ['Una copia de mi base de datos al cierre de cada mes'],
    coverage: 'quoted',
    warning: QUOTED,
  },
  {
    ...REQUEST,
    id: 'database_connections',
    label: 'Conexiones externas a la base de datos',
    description: 'Conectarse a la base de datos con medios externos o programas de terceros.',
    examples: ['Leer mis ventas desde una hoja de cálculo o un tablero externo'],
    coverage: 'quoted',
    warning: QUOTED,
  },
  {
    ...REQUEST,
    id: 'external_api_development',
    label: 'Desarrollo de API a sistemas externos',
    description: 'Desarrollar una API que comunique a e-Optics online con otro sistema.',
    examples: ['Enlazar el inventario con mi tienda en línea'],
    coverage: 'consulting',
    warning: CONSULTING,
  },
];
