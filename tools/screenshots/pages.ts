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
  { name: 'sitio-registro', path: '/registro', role: null },
  { name: 'sitio-mis-tickets', path: '/', role: 'client' },
  { name: 'sitio-registrar-ticket', path: '/tickets/nuevo', role: 'client' },
  { name: 'sitio-ticket', path: ({ solved }) => `/tickets/${solved}`, role: 'client' },
  { name: 'sitio-archivo', path: '/archivo', role: 'client' },
  { name: 'sitio-perfil', path: '/perfil', role: 'client' },
  { name: 'consola-cola', path: '/consola', role: 'agent' },
  { name: 'consola-ticket', path: ({ inWork }) => `/consola/tickets/${inWork}`, role: 'agent' },
  { name: 'consola-archivo', path: ({ closed }) => `/consola/archivo/${closed}`, role: 'agent' },
  { name: 'consola-carga', path: '/consola/personas', role: 'supervisor' },
  { name: 'consola-incidentes', path: '/consola/incidentes', role: 'supervisor' },
  { name: 'consola-reportes', path: '/consola/reportes', role: 'supervisor' },
  { name: 'consola-clientes', path: '/consola/clientes', role: 'admin' },
  { name: 'consola-calendario', path: '/consola/calendarios/mx', role: 'admin' },
  { name: 'consola-politica', path: '/consola/politica', role: 'admin' },
];
