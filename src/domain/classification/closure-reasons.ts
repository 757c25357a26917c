/** Why a ticket ended. A ticket has exactly one, forever. */
export const CLOSURE_REASONS = [
  'resolved',
  'accepted',
  'no_client_response',
  'withdrawn',
  'out_of_scope',
  'duplicate',
  'split',
] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

/** "Motivo de cierre" as every screen, mail and report writes it. */
export const CLOSURE_REASON_LABELS: Readonly<Record<ClosureReason, string>> = {
  resolved: 'Resuelto por soporte',
  accepted: 'Aceptado por el cliente',
  no_client_response: 'Sin respuesta del cliente',
  withdrawn: 'Retirado por el cliente',
  out_of_scope: 'Fuera de alcance',
  duplicate: 'Duplicado',
  split: 'Dividido',
};

/** Where the cause turned out to be, for the reports; recorded with a solution or a closing when known. */
export const ORIGINS = ['platform', 'client_use', 'third_party', 'not_reproduced'] as const;
export type Origin = (typeof ORIGINS)[number];
