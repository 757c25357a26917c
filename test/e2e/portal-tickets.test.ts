import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { openDesk, type Desk } from './portal-tickets-desk';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { keyboardOnly } from './support/keyboard';
import { useStage } from './support/stage';

const stage = useStage();
let desk: Desk;
beforeAll(async () => void (desk = await openDesk(stage())));

function registration(page: Page) {
  const form = page.locator('form');
  return {
    subject: page.getByLabel('Asunto'),
    type: (label: string) => page.getByRole('radio', { name: label }),
    others: page.getByRole('button', { name: /^Otros:/ }),
    detail: page.getByRole('textbox', { name: 'Detalle' }),
    now: page.getByRole('button', { name: 'Hace un momento' }),
    next: page.getByRole('button', { name: 'Continuar' }),
    send: form.getByRole('button', { name: 'Registrar ticket' }),
    folio: page.getByRole('heading', { level: 1, name: /^Su folio es \d+$/ }),
  };
}

async function folioOf(page: Page): Promise<string> {
  const { folio } = registration(page);
  await folio.waitFor();
  return /\d+/.exec(await folio.innerText())?.[0] ?? '';
}

it('the list of tickets needs less than 200 kB of JavaScript as it is sent', async () => {
  const page = await stage().page({ as: 'client' });
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js'))
      sizes.push(response.body().then((script) => gzipSync(script).length));
  });
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: 'Mis tickets' }).waitFor();
  await page.waitForLoadState('load');
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThan(200_000);
});

it('somebody without open tickets learns how the service works', async () => {
  const page = await stage().page({ as: 'cliente@optica-vecina.test', path: '/' });
  await page.getByRole('heading', { name: 'No tiene tickets abiertos' }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

it('a ticket is registered on a phone from the help of the product, and the draft outlives a reload', async () => {
  const path = '/tickets/nuevo?product=e-optics-online&screen=Ventas';
  const page = await stage().page({ as: 'client', path });
  const { subject, type, detail, now, next, send } = registration(page);
  await next.click();
  await page.getByText('Revise 2 datos antes de continuar').waitFor();
  await expectAccessible(page);
  await subject.fill('El corte de caja no cuadra');
  await type('Error o problema técnico').check();
  await next.click();

  await detail.fill('Faltan las ventas de la tarde.');
  await page.reload();
  await page.getByText('Recuperamos lo que había escrito.').waitFor();
  expect(await detail.inputValue()).toBe('Faltan las ventas de la tarde.');
  expect(await page.getByLabel('Pantalla del sistema').inputValue()).toBe('Ventas');
  await now.click();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await next.click();

  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'corte.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Total: 1,160.00'),
    });
  await page.getByRole('button', { name: 'Quitar corte.txt' }).waitFor();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await send.click();

  const folio = await folioOf(page);
  await expectAccessible(page);
  const ticket = await desk.client.get<{ description: string; attachmentIds: string[] }>(`/tickets/${folio}`);
  expect(ticket.description).toBe('Faltan las ventas de la tarde.\n\nPantalla: Ventas');
  expect(ticket.attachmentIds).toHaveLength(1);
  await page.getByRole('link', { name: 'Ver el ticket' }).click();
  await page.getByRole('log').getByRole('link', { name: 'corte.txt' }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Registrar ticket' }).click();
  expect(await subject.inputValue()).toBe('');
});

it('a registration whose answer is lost is sent again, and registered once', async () => {
  const page = await stage().page({ as: 'client', path: '/tickets/nuevo' });
  const { subject, type, detail, next, send } = registration(page);
  await subject.fill('Una pregunta que se envía dos veces');
  await type('Duda o pregunta').check();
  await next.click();
  await detail.fill('¿Cómo se imprime un comprobante?');
  await next.click();
  let answers = 0;
  await page.route('**/api/v1/tickets', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const answer = await route.fetch();
    answers += 1;
    // The service has it, but the browser does not hear so.
    if (answers === 1) await route.abort();
    else await route.fulfill({ response: answer });
  });
  stage().errors.expect(/ERR_FAILED/);
  await send.click();
  await folioOf(page);
  expect(answers).toBeGreaterThan(1);
  const { items } = await desk.client.get<{ items: unknown[] }>('/tickets?q=se+envía+dos+veces');
  expect(items).toHaveLength(1);
});

it('a file that could not be uploaded is never left out in silence', async () => {
  const page = await stage().page({ as: 'client', path: '/tickets/nuevo' });
  const { subject, type, detail, next, send } = registration(page);
  await subject.fill('Una pregunta con una foto');
  await type('Duda o pregunta').check();
  await next.click();
  await detail.fill('¿Qué significa este mensaje?');
  await next.click();
  stage().errors.expect(/ERR_FAILED/);
  await page.route('**/api/v1/attachments', (route) => route.abort());
  const photo = { name: 'foto.txt', mimeType: 'text/plain', buffer: Buffer.from('una foto') };
  await page.locator('input[type=file]').first().setInputFiles(photo);
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  await send.click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /Un archivo no se pudo subir/ })
    .waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Quitar foto.txt' }).click();
  await send.click();
  await folioOf(page);
});

it('a customer with branches says at which one it happens', async () => {
  const supervisor = await stage().person('supervisor');
  await supervisor.put('/organizations/optica-vecina/branches/centro', {
    name: 'Centro',
    address: 'Juárez 10',
  });
  const page = await stage().page({ as: 'cliente@optica-vecina.test', path: '/tickets/nuevo' });
  const { subject, type, detail, next, send } = registration(page);
  await subject.fill('Una duda de una sucursal');
  await type('Duda o pregunta').check();
  await next.click();
  await detail.fill('¿Cómo se cambia el turno?');
  await page.getByLabel('Sucursal').selectOption('Centro');
  await next.click();
  await send.click();
  await folioOf(page);
  await page.getByRole('link', { name: 'Ver el ticket' }).click();
  await page.getByRole('complementary').getByText('Centro', { exact: true }).waitFor();
});

it('a ticket is registered without a pointer', async () => {
  const page = await stage().page({ as: 'client', viewport: 'desktop', path: '/tickets/nuevo' });
  const { subject, type, detail, next, send } = registration(page);
  const keyboard = keyboardOnly(page);
  await keyboard.write(subject, 'Una duda de los reportes');
  await keyboard.tabTo(type('Interrupción del servicio'));
  for (let steps = 0; steps < 5; steps++) await page.keyboard.press('ArrowDown');
  expect(await type('Duda o pregunta').isChecked()).toBe(true);
  await keyboard.press(next);
  await keyboard.write(detail, '¿Dónde veo las ventas por sucursal?');
  await keyboard.press(next);
  await keyboard.press(send);
  await folioOf(page);
});

it('what the service does not include says so before it is sent', async () => {
  const page = await stage().page({ as: 'client', viewport: 'tablet', path: '/tickets/nuevo' });
  const { others, type } = registration(page);
  await others.click();
  await type('Funcionalidades personalizadas').check();
  await page.getByText(/consultoría puede ofrecérselo, con costo/).waitFor();
  await type('Borrado de base de datos').check();
  await page.getByText('No está incluido en su servicio: puede cotizarse').waitFor();
  await expectAccessible(page);
});

it('what is told about a type stands right below it, in sight and announced, on a phone', async () => {
  const page = await stage().page({ as: 'client', path: '/tickets/nuevo' });
  const { others, type } = registration(page);
  await others.click();
  await type('Funcionalidades personalizadas').check();
  const told = page.getByRole('status').filter({ hasText: /consultoría puede ofrecérselo/ });
  await told.waitFor();
  const card = type('Funcionalidades personalizadas').locator('xpath=ancestor::*[@style][1]');
  const [above, below] = [await card.boundingBox(), await told.boundingBox()];
  expect(below!.y - (above!.y + above!.height)).toBeLessThan(24);
  expect(below!.y + below!.height).toBeLessThanOrEqual(page.viewportSize()!.height);
});

it('a customer without a contract in force is told before they write, again when they send, and loses nothing', async () => {
  const page = await stage().page({ as: 'cliente@optica-vencida.test', path: '/tickets/nuevo' });
  await page.getByText(/^El contrato de soporte de e-Optics online terminó el /).waitFor();
  await page.getByText(/Hable con quien administra el contrato/).waitFor();
  await expectAccessible(page);
  const { subject, type, detail, next, send } = registration(page);
  await subject.fill('Una duda');
  await type('Duda o pregunta').check();
  await next.click();
  await detail.fill('¿Cómo se hace?');
  await next.click();
  await send.click();
  const alert = page.getByRole('alert').filter({ hasText: 'contrato vigente' });
  await alert.waitFor();
  await expectAccessible(page);
  await page.reload();
  await page.getByText('Recuperamos lo que había escrito.').waitFor();
});

it('a general incident is told before anything is registered', async () => {
  const supervisor = await stage().person('supervisor');
  await supervisor.post('/incidents', {
    title: 'Acceso caído',
    notice: 'Varias ópticas no pueden entrar; trabajamos en ello.',
    severity: 'critical',
  });
  const page = await stage().page({ as: 'client', path: '/tickets/nuevo' });
  const notice = page.getByText('Varias ópticas no pueden entrar; trabajamos en ello.');
  await notice.waitFor();
  await expectAccessible(page);

  // Once read it leaves the room to the form, and is there for who asks.
  const { subject, type, next } = registration(page);
  await subject.fill('No puedo entrar');
  await type('Duda o pregunta').check();
  await next.click();
  await notice.waitFor({ state: 'hidden' });
  const brief = page.locator('summary').filter({ hasText: 'Hay un incidente general' });
  await keyboardOnly(page).press(brief);
  await notice.waitFor();
  await expectAccessible(page);
});

it('the list shows what waits for the client first, changes by itself, and is searched', async () => {
  const folio = await desk.register('La impresora del mostrador');
  const page = await stage().page({ as: 'client', path: '/' });
  const card = page.getByRole('listitem').filter({ hasText: 'La impresora del mostrador' });
  await card.getByText('En espera respuesta soporte').waitFor();
  await desk.attend(folio);
  await desk.say(folio, '¿Qué modelo es?', true);
  await card.getByText('En espera respuesta cliente').waitFor();
  await card.getByText(/Responda a más tardar el .+ h \(hora de Ciudad de México\)/).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole('searchbox').fill('mostrador');
  await page.waitForURL(/q=mostrador/);
  await page.getByRole('listitem').filter({ hasNotText: 'mostrador' }).first().waitFor({ state: 'detached' });
  await page.getByRole('searchbox').fill('nada que exista');
  await page.getByText('Ningún ticket abierto coincide con «nada que exista».').waitFor();
  await expectAccessible(page);
});
