import type { Page } from 'playwright-core';
import type { PageToShow } from './page-to-show';
import { sessionPages } from './session-pages';

/** The console, page by page, with the dialogs that are used most. */
export const CONSOLE_PAGES: readonly PageToShow[] = [
  { name: 'consola-cola', path: '/consola/?view=all', role: 'agent' },
  { name: 'consola-comandos', path: '/consola/?view=all', role: 'agent', act: openPalette },
  {
    name: 'consola-atajos',
    path: ({ inWork }) => `/consola/tickets/${inWork}`,
    role: 'agent',
    act: openSheet,
  },
  { name: 'consola-registrar', path: '/consola/registrar', role: 'agent' },
  { name: 'consola-ticket', path: ({ inWork }) => `/consola/tickets/${inWork}`, role: 'agent' },
  {
    name: 'consola-contexto',
    path: ({ solved }) => `/consola/tickets/${solved}`,
    role: 'agent',
    act: showContext,
  },
  {
    name: 'consola-clasificar',
    path: ({ unclassified }) => `/consola/tickets/${unclassified}`,
    role: 'agent',
    act: openClassification,
  },
  {
    name: 'consola-primera-atencion',
    path: ({ unclassified }) => `/consola/tickets/${unclassified}`,
    role: 'agent',
    act: (page) => openByKey(page, 'f'),
  },
  {
    name: 'consola-asignar',
    path: ({ inWork }) => `/consola/tickets/${inWork}`,
    role: 'agent',
    act: (page) => openByKey(page, 'a'),
  },
  {
    name: 'consola-llamada',
    path: ({ inWork }) => `/consola/tickets/${inWork}`,
    role: 'agent',
    act: (page) => openByKey(page, 'l'),
  },
  {
    name: 'consola-cerrar',
    path: ({ solved }) => `/consola/tickets/${solved}`,
    role: 'agent',
    act: (page) => openByButton(page, 'Cerrar'),
  },
  {
    name: 'consola-dividir',
    path: ({ inWork }) => `/consola/tickets/${inWork}`,
    role: 'agent',
    act: (page) => openFromMenu(page, 'Dividir'),
  },
  { name: 'consola-sesiones', path: '/consola/sesiones', role: 'agent' },
  ...sessionPages('consola-sesion', '/consola/sesiones', 'agent'),
  { name: 'consola-archivo', path: '/consola/archivo', role: 'agent' },
  { name: 'consola-expediente', path: ({ closed }) => `/consola/archivo/${closed}`, role: 'agent' },
  { name: 'consola-incidentes', path: '/consola/incidentes', role: 'supervisor' },
  {
    name: 'consola-incidente',
    path: ({ incident }) => `/consola/incidentes/${incident}`,
    role: 'supervisor',
  },
  { name: 'consola-carga', path: '/consola/personas', role: 'supervisor' },
  { name: 'consola-repartir', path: '/consola/personas', role: 'supervisor', act: handOver },
  { name: 'consola-cuentas', path: '/consola/personas/cuentas', role: 'admin' },
  {
    name: 'consola-cuenta',
    path: '/consola/personas/cuentas?q=Laura',
    role: 'admin',
    act: (page) => follow(page, 'Laura Méndez'),
  },
  { name: 'consola-registros', path: '/consola/personas/registros', role: 'supervisor' },
  { name: 'consola-invitaciones', path: '/consola/personas/invitaciones', role: 'admin' },
  { name: 'consola-bitacora', path: '/consola/personas/bitacora', role: 'admin' },
  { name: 'consola-clientes', path: '/consola/clientes', role: 'admin' },
  { name: 'consola-cliente', path: '/consola/clientes/optica-demo', role: 'admin' },
  { name: 'consola-cliente-baja', path: '/consola/clientes/optica-vencida', role: 'admin' },
  { name: 'consola-por-renovar', path: '/consola/clientes/por-renovar', role: 'supervisor' },
  { name: 'consola-productos', path: '/consola/clientes/productos', role: 'admin' },
  { name: 'consola-reportes', path: '/consola/reportes', role: 'supervisor' },
  { name: 'consola-servicio', path: '/consola/reportes/servicio', role: 'supervisor' },
  { name: 'consola-politica', path: '/consola/politica', role: 'admin' },
  { name: 'consola-tipos', path: '/consola/politica/tipos', role: 'admin' },
  { name: 'consola-calendario', path: '/consola/calendarios/mx', role: 'admin' },
  { name: 'consola-mi-cuenta', path: '/consola/mi-cuenta', role: 'agent' },
  { name: 'consola-mi-seguridad', path: '/consola/mi-cuenta/seguridad', role: 'agent' },
  { name: 'consola-mis-claves', path: '/consola/mi-cuenta/claves', role: 'agent' },
  { name: 'consola-respuestas', path: '/consola/respuestas', role: 'supervisor' },
];

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
}

async function openSheet(page: Page): Promise<void> {
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('row').first().waitFor();
}

async function openClassification(page: Page): Promise<void> {
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByRole('radio').first().waitFor();
}

/** Beside the conversation where there is room for both; else it takes its place. */
async function showContext(page: Page): Promise<void> {
  await page.setViewportSize({ width: 768, height: 1024 });
  await page.getByText('Contexto', { exact: true }).click();
}

async function openByKey(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
}

async function openByButton(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor();
}

async function openFromMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Más', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
  await page.getByRole('dialog').waitFor();
}

async function handOver(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Repartir los tickets de/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('row').first().waitFor();
}

async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
