import type { TicketType } from './ticket-type';

/** Problems, so that the ticket says when: an engineer may still find the cause to be ours. */
const THIRD_PARTY = {
  coverage: 'never',
  problem: true,
  defaultPriority: 'low',
  ceiling: null,
  warning:
    'Se trata de un producto de terceros: el soporte técnico no lo configura ni lo repara; acuda a su proveedor. ' +
    'Si cree que la causa está en e-Optics online, envíe el ticket y un agente de soporte lo revisará.',
  exclusion: 'third_party',
} as const;

/** The third-party products that the policy names, in its order, and one type for those it leaves open. */
export const THIRD_PARTY_TYPES: readonly TicketType[] = [
  {
    ...THIRD_PARTY,
    id: 'operating_system',
    label: 'Sistema operativo',
    description: 'Problemas del sistema operativo de su equipo.',
    examples: ['La computadora no inicia después de una actualización'],
  },
  {
    ...THIRD_PARTY,
    id: 'internet_connection',
    label: 'Conexión a internet',
    description: 'Problemas de su red o de su proveedor de internet.',
    examples: ['No abre ninguna página en la sucursal', 'La red inalámbrica se corta'],
  },
  {
    ...THIRD_PARTY,
    id: 'receipt_printer',
    label: 'Impresora de tickets',
    description: 'Problemas de la impresora con la que entrega comprobantes a sus compradores.',
    examples: ['La impresora de la caja no enciende'],
  },
  {
    ...THIRD_PARTY,
    id: 'label_printer',
    label: 'Impresora de etiquetas',
    description: 'Problemas de la impresora con la que hace sus etiquetas.',
    examples: ['Las etiquetas salen en blanco', 'La impresora jala dos etiquetas a la vez'],
  },
  {
    ...THIRD_PARTY,
    id: 'barcode_scanner',
    label: 'Escáner de código de barras',
    description: 'Problemas del lector de códigos de barras.',
    examples: ['El lector no enciende', 'El lector agrega letras al código'],
  },
  {
    ...THIRD_PARTY,
    id: 'cash_drawer',
    label: 'Cajón de dinero',
    description: 'Problemas del cajón de dinero.',
    examples: ['El cajón no abre al cobrar'],
  },
  {
    ...THIRD_PARTY,
    id: 'other_third_party',
    label: 'Otro producto de terceros',
    description: 'Problemas de otro equipo o programa que e-Optics no proporciona.',
    examples: ['El antivirus bloquea un programa', 'La terminal bancaria no cobra'],
  },
];
