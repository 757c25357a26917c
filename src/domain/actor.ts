import type { Role } from './access/permissions';

/** Who acts: a person with a role, or the service itself. */
export interface Actor {
  id: string;
  role: Role | 'system';
}

export const SYSTEM: Actor = { id: 'system', role: 'system' };

/** True for the customer's side of the conversation. */
export function isClientSide(actor: Actor): boolean {
  return actor.role === 'client' || actor.role === 'client_admin';
}
