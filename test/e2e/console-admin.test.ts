import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { logIn } from '../../tools/tour/person';
import { openDesk } from './portal-tickets-desk';
import { expectAccessible } from './support/accessible';
import { keyboardOnly } from './support/keyboard';
import { useStage } from './support/stage';

const stage = useStage();
const MAIL_MS = 60_000;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const dialog = (page: Page) => page.getByRole('dialog');
const said = (page: Page, sentence: string | RegExp) =>
  page.getByRole('status').filter({ hasText: sentence }).first().waitFor();

/** Somebody whose company nobody knows, with a verified address. */
async function registerUnknown(email: string, password: string): Promise<void> {
  const { product } = stage();
  const send = async (path: string, body: object): Promise<void> => {
    const response = await fetch(`${product.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      body: JSON.stringify(body),
    });
    expect([response.status, response.ok]).toEqual([expect.any(Number), true]);
  };
  await send('/registrations', {
    name: 'Elena Vidal',
    email,
    phone: '+52 55 5000 7788',
    company: 'Óptica Vidal',
  });
  const token = await waitUntil('the mail with the token', MAIL_MS, () =>
    product.mails
      .to(email)
      .map(({ parsed }) => /token=([\w.-]+)/.exec(parsed.text ?? '')?.[1])
      .find((found) => found !== undefined),
  );
  await send('/registrations/verification', { token, password });
}

it('an admin approves a registration, and the person gets in', async () => {
  const [email, password] = ['elena@optica-vidal.test', 'una contraseña larga y propia'];
  await registerUnknown(email, password);
  const page = await stage().page({ as: 'admin', viewport: 'desktop', path: '/consola/personas/registros' });
  await page.getByText('No se reconoció el cliente').waitFor();
  await expectAccessible(page);

  await button(page, 'Aprobar a Elena Vidal').click();
  await page.getByRole('combobox', { name: 'Cliente' }).fill('demo');
  await page.getByRole('option', { name: 'Óptica Demo (1001)' }).click();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Aprobar' }).click();
  await said(page, 'Se aprobó a Elena Vidal');
  await page.getByText('Nadie espera aprobación.').waitFor();

  const elena = await logIn(`${stage().product.url}/api/v1`, email, password);
  expect(elena.name).toBe('Elena Vidal');
});

it('a supervisor suspends a contract from the keyboard, and the customer shows up to be renewed', async () => {
  const page = await stage().page({
    as: 'supervisor',
    viewport: 'desktop',
    path: '/consola/clientes/optica-vecina',
  });
  const keyboard = keyboardOnly(page);
  await keyboard.press(button(page, 'Cambiar el contrato C-1002'));
  await keyboard.press(dialog(page).getByLabel('Suspender: no se aceptan tickets nuevos'), ' ');
  await page.keyboard.press('Enter');
  await said(page, 'Se guardó el contrato C-1002');
  await page.getByText('Suspendido', { exact: true }).waitFor();
  await expectAccessible(page);

  await page.goto('/consola/clientes/por-renovar');
  await page.getByRole('row', { name: /Óptica Vecina C-1002 .* Suspendido/ }).waitFor();
  await expectAccessible(page);
});

it('an admin sees what a new policy changes before it is made; the draft outlives a reload', async () => {
  const page = await stage().page({ as: 'admin', viewport: 'desktop', path: '/consola/politica' });
  const hours = page.getByLabel('Horas hábiles de espera antes de cerrar');
  await hours.fill('40');
  await page.reload();
  await page.getByText('Recuperamos lo que había escrito.').waitFor();
  expect(await hours.inputValue()).toBe('40');
  await page.getByLabel('Un usuario, Puede esperar').selectOption('Media');
  await expectAccessible(page);

  await button(page, 'Revisar cambios').click();
  await dialog(page).getByRole('row', { name: 'Horas hábiles de espera antes de cerrar 48 40' }).waitFor();
  expect(await dialog(page).getByRole('row').count()).toBe(3);
  await expectAccessible(page);
  await button(page, 'Guardar versión nueva').click();
  await said(page, 'Se guardó la versión 2');
  await page.getByText('Versión vigente: 2').waitFor();

  const admin = await stage().person('admin');
  expect(await admin.get('/policies/support')).toMatchObject({
    version: 2,
    waitingClientHours: 40,
    priorityMatrix: { one_user: { can_wait: 'medium', inconvenience: 'medium' } },
  });
});

it('a supervisor opens an incident and tells two tickets at once', async () => {
  const desk = await openDesk(stage());
  const folios = [await desk.register('No abre la caja'), await desk.register('La caja no responde')];
  const page = await stage().page({ as: 'supervisor', viewport: 'desktop', path: '/consola/incidentes' });
  await button(page, 'Abrir incidente').click();
  await page.getByLabel('Título').fill('La caja no abre');
  await page.getByLabel(/^Aviso en el Sitio de clientes/).fill('La caja no abre; ya lo atendemos.');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Abrir incidente' }).click();

  await page.getByRole('heading', { level: 1, name: 'La caja no abre' }).waitFor();
  for (const folio of folios) {
    await page.getByRole('textbox', { name: 'Folio' }).fill(folio);
    await button(page, 'Vincular ticket').click();
    await button(page, `Desvincular el ticket ${folio}`).waitFor();
  }
  await page.getByLabel('Actualización para todos los tickets vinculados').fill('Quedará lista a las 17:00.');
  await expectAccessible(page);
  await button(page, 'Enviar a todos').click();
  await page.getByRole('article').filter({ hasText: 'Quedará lista a las 17:00.' }).waitFor();
  await expectAccessible(page);

  for (const folio of folios) {
    const { items } = await desk.client.get<{ items: { data: { body?: string } }[] }>(
      `/tickets/${folio}/events`,
    );
    expect(items.filter(({ data }) => data.body === 'Quedará lista a las 17:00.')).toHaveLength(1);
  }
  const { items } = await desk.client.get<{ items: { notice: string }[] }>('/notices/incidents');
  expect(items.map(({ notice }) => notice)).toEqual(['La caja no abre; ya lo atendemos.']);
});

it('a report is a chart, the table of its numbers, and a file for a spreadsheet', async () => {
  const desk = await openDesk(stage());
  await desk.register('Las ventas no cuadran');
  const page = await stage().page({ as: 'supervisor', viewport: 'desktop', path: '/consola/reportes' });
  await page.getByRole('img', { name: /^Gráfica: Registrados, Tipos de ticket/ }).waitFor();
  const table = page.getByRole('table', { name: 'Registrados, Tipos de ticket' });
  expect(await table.getByRole('columnheader').allInnerTexts()).toContain('Error o problema técnico');
  expect(Number(await table.getByRole('cell').last().innerText())).toBeGreaterThan(0);
  await expectAccessible(page);

  const download = page.waitForEvent('download');
  await button(page, 'Descargar CSV').click();
  expect((await download).suggestedFilename()).toMatch(/^trends.*\.csv$/);

  await page.getByRole('link', { name: 'Servicio' }).click();
  await page.getByRole('region', { name: 'Registrados' }).waitFor();
  await expectAccessible(page);
});

it('who stops getting tickets hands them over', async () => {
  const desk = await openDesk(stage());
  const folio = await desk.register('El inventario no abre');
  await desk.attend(folio);
  const page = await stage().page({ as: 'agent', viewport: 'desktop', path: '/consola/personas' });
  await page.getByRole('switch', { name: 'Ana Torres: recibir tickets' }).click();
  await dialog(page).getByText('El inventario no abre').waitFor();
  await expectAccessible(page);
  const choice = dialog(page).getByRole('combobox', { name: `Atiende el ticket ${folio}` });
  await choice.click();
  await page.getByRole('option', { name: /^Bruno Salas/ }).click();
  await button(page, 'Repartir').click();
  await said(page, /^Se repart/);
  expect(await desk.agent.get(`/tickets/${folio}`)).toMatchObject({ assignee: { name: 'Bruno Salas' } });
});
