import type { Role } from '../../src/domain/access/role';
import type { DemoTickets } from '../seed/demo-tickets';

export interface PageToShow {
  /** Begins the names of its pictures. */
  readonly name: string;
  /** May name one of the example tickets. */
  readonly path: string | ((tickets: DemoTickets) => string);
  /** Who looks at it, with a demo account; null: nobody logged in. */
  readonly role: Role | null;
}

/** The gallery: one line for each page worth seeing. */
export const PAGES: readonly PageToShow[] = [
  { name: 'sitio-entrar', path: '/entrar', role: null },
  { name: 'sitio-mis-tickets', path: '/', role: 'client' },
  { name: 'sitio-ticket', path: ({ solved }) => `/tickets/${solved}`, role: 'client' },
  { name: 'consola-entrar', path: '/consola/entrar', role: null },
  { name: 'consola-cola', path: '/consola', role: 'agent' },
  { name: 'consola-ticket', path: ({ inWork }) => `/consola/tickets/${inWork}`, role: 'agent' },
];
