/** `client_admin` acts for a whole customer; the three staff roles each can do what the one before can. */
export const ROLES = ['client', 'client_admin', 'agent', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Whether the role belongs to e-Optics rather than to a customer. */
export function isStaff(role: Role): boolean {
  return role === 'agent' || role === 'supervisor' || role === 'admin';
}
