import type { Page } from 'playwright-core';
import { SESSIONS_CLIENT } from './gallery-stories';
import type { PageToShow } from './page-to-show';
import { sessionPages } from './session-pages';

/** The Sitio de clientes, page by page. */
export const SITE_PAGES: readonly PageToShow[] = [
  { name: 'sitio-entrar', path: '/entrar', role: null },
  { name: 'sitio-contrasena', path: '/contrasena', role: null },
  { name: 'sitio-registro', path: '/registro', role: null },
  { name: 'sitio-mis-tickets', path: '/', role: 'client' },
  { name: 'sitio-empresa', path: '/', role: 'client_admin' },
  { name: 'sitio-registrar-ticket', path: '/tickets/nuevo', role: 'client', act: startTicket },
  { name: 'sitio-registrar-detalle', path: '/tickets/nuevo?screen=Ventas', role: 'client', act: fillTicket },
  { name: 'sitio-registrar-no-incluido', path: '/tickets/nuevo', role: 'client', act: chooseNotIncluded },
  { name: 'sitio-registrar-sin-contrato', path: '/tickets/nuevo', role: 'cliente@optica-vencida.test' },
  { name: 'sitio-pregunta', path: ({ asked }) => `/tickets/${asked}`, role: 'client' },
  { name: 'sitio-ticket', path: ({ solved }) => `/tickets/${solved}`, role: 'client' },
  {
    name: 'sitio-plazo',
    path: ({ solved }) => `/tickets/${solved}`,
    role: 'client',
    act: explainDeadline,
  },
  ...sessionPages('sitio-sesion', '/sesiones', SESSIONS_CLIENT),
  { name: 'sitio-archivo', path: '/archivo', role: 'client' },
  { name: 'sitio-expediente', path: ({ closed }) => `/archivo/${closed}`, role: 'client' },
  { name: 'sitio-perfil', path: '/perfil', role: 'client' },
  { name: 'sitio-seguridad', path: '/perfil/seguridad', role: 'client' },
  { name: 'sitio-claves', path: '/perfil/claves', role: 'client' },
  { name: 'sitio-colegas', path: '/perfil/colegas', role: 'client_admin' },
];

async function explainDeadline(page: Page): Promise<void> {
  await page.getByRole('button', { name: '¿Cómo se calculó?' }).click();
  await page.getByRole('table').waitFor();
}

async function startTicket(page: Page): Promise<void> {
  await page.getByLabel('Asunto').fill('El corte de caja no suma las ventas de la tarde');
  await page.getByRole('radio', { name: 'Error o problema técnico' }).check();
}

async function chooseNotIncluded(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Otros:/ }).click();
  await page.getByRole('radio', { name: 'Funcionalidades personalizadas' }).check();
}

async function fillTicket(page: Page): Promise<void> {
  await startTicket(page);
  await page.getByRole('button', { name: 'Continuar' }).click();
  await page
    .getByRole('textbox', { name: 'Detalle' })
    .fill('Al cerrar la caja faltan las ventas posteriores a las 16 horas. El total queda $4,320.00 abajo.');
  await page.getByRole('button', { name: 'Hace un momento' }).click();
}
