import type { Page } from 'playwright-core';
import type { Role } from '../../src/domain/access/role';
import type { Gallery } from './seed-gallery';

export interface PageToShow {
  /** Begins the names of its pictures. */
  readonly name: string;
  /** May name something of the example data. */
  readonly path: string | ((gallery: Gallery) => string);
  /** Who looks at it, with a demo account; null: nobody logged in. */
  readonly role: Role | null;
  /** What is done on it before the picture. */
  readonly act?: (page: Page) => Promise<void>;
}

/** The gallery: one line for each page worth seeing. */
export const PAGES: readonly PageToShow[] = [
  { name: 'sitio-entrar', path: '/entrar', role: null },
  { name: 'sitio-registro', path: '/registro', role: null },
  { name: 'sitio-mis-tickets', path: '/', role: 'client' },
  { name: 'sitio-empresa', path: '/', role: 'client_admin' },
  { name: 'sitio-registrar-ticket', path: '/tickets/nuevo', role: 'client', act: startTicket },
  { name: 'sitio-registrar-detalle', path: '/tickets/nuevo?screen=Ventas', role: 'client', act: fillTicket },
  { name: 'sitio-ticket', path: ({ solved }) => `/tickets/${solved}`, role: 'client' },
  {
    name: 'sitio-plazo',
    path: ({ solved }) => `/tickets/${solved}`,
    role: 'client',
    act: explainDeadline,
  },
  { name: 'sitio-sesion', path: ({ session }) => `/sesiones/${session}`, role: 'client' },
  { name: 'sitio-archivo', path: '/archivo', role: 'client' },
  { name: 'sitio-expediente', path: ({ closed }) => `/archivo/${closed}`, role: 'client' },
  { name: 'sitio-perfil', path: '/perfil', role: 'client' },
  { name: 'sitio-colegas', path: '/perfil/colegas', role: 'client_admin' },
  { name: 'consola-cola', path: '/consola/?view=all', role: 'agent' },
  { name: 'consola-ticket', path: ({ inWork }) => `/consola/tickets/${inWork}`, role: 'agent' },
  {
    name: 'consola-clasificar',
    path: ({ unclassified }) => `/consola/tickets/${unclassified}`,
    role: 'agent',
    act: openClassification,
  },
  { name: 'consola-archivo', path: '/consola/archivo', role: 'agent' },
  { name: 'consola-expediente', path: ({ closed }) => `/consola/archivo/${closed}`, role: 'agent' },
  { name: 'consola-carga', path: '/consola/personas', role: 'supervisor' },
  {
    name: 'consola-incidente',
    path: ({ incident }) => `/consola/incidentes/${incident}`,
    role: 'supervisor',
  },
  { name: 'consola-reportes', path: '/consola/reportes', role: 'supervisor' },
  { name: 'consola-servicio', path: '/consola/reportes/servicio', role: 'supervisor' },
  { name: 'consola-clientes', path: '/consola/clientes', role: 'admin' },
  { name: 'consola-calendario', path: '/consola/calendarios/mx', role: 'admin' },
  { name: 'consola-politica', path: '/consola/politica', role: 'admin' },
];

async function explainDeadline(page: Page): Promise<void> {
  await page.getByRole('button', { name: '¿Cómo se calculó?' }).click();
  await page.getByRole('table').waitFor();
}

async function openClassification(page: Page): Promise<void> {
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByRole('radio').first().waitFor();
}

async function startTicket(page: Page): Promise<void> {
  await page.getByLabel('Asunto').fill('El corte de caja no suma las ventas de la tarde');
  await page.getByRole('radio', { name: 'Error o problema técnico' }).check();
}

async function fillTicket(page: Page): Promise<void> {
  await startTicket(page);
  await page.getByRole('button', { name: 'Continuar' }).click();
  await page
    .getByRole('textbox', { name: 'Detalle' })
    .fill('Al cerrar la caja faltan las ventas posteriores a las 16 horas. El total queda $4,320.00 abajo.');
  await page.getByRole('button', { name: 'Hace un momento' }).click();
}
