import type { Priority } from './priority';

/** A priority as the catalog explains it, in Spanish. */
export type PriorityDefinition = {
  readonly id: Priority;
  readonly label: string;
  readonly definition: string;
  readonly examples: string[];
};

/** Policy section "Prioridades": its names, its meaning, in our own words. */
export const PRIORITY_DEFINITIONS: readonly PriorityDefinition[] = [
  {
    id: 'urgent',
    label: 'Urgente',
    definition: 'Una falla crítica: alcanza a muchos usuarios o no deja que su negocio opere.',
    examples: ['El servicio está interrumpido', 'Ninguna sucursal puede registrar ventas'],
  },
  {
    id: 'high',
    label: 'Alta',
    definition: 'La falla alcanza solo a algunos usuarios, o afecta al negocio de forma moderada.',
    examples: ['Un espacio quedó bloqueado y sus usuarios tienen problemas por ello'],
  },
  {
    id: 'medium',
    label: 'Media',
    definition: 'Una dificultad de uso que se origina del lado del cliente y no en la plataforma.',
    examples: ['A usted se le dificulta cargar su información a la nube de e-Optics'],
  },
  {
    id: 'low',
    label: 'Baja',
    definition: 'El efecto en su negocio es mínimo y la atención puede esperar.',
    examples: [
      'Una duda sobre cómo funciona el sistema',
      'La petición de un manual',
      'Un detalle estético en la pantalla',
    ],
  },
];
