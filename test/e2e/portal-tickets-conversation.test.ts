import type { Page } from 'playwright-core';
import { openDesk, type Desk } from './portal-tickets-desk';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { keyboardOnly } from './support/keyboard';
import { useStage } from './support/stage';

const stage = useStage();
let desk: Desk;
beforeAll(async () => void (desk = await openDesk(stage())));

function conversation(page: Page) {
  const log = page.getByRole('log');
  return {
    said: (words: string) => log.getByText(words),
    reply: page.getByLabel('Su mensaje'),
    send: page.getByRole('button', { name: 'Enviar respuesta' }),
    undo: page.getByRole('button', { name: 'Deshacer' }),
    accept: page.getByRole('button', { name: 'Aceptar la solución' }),
  };
}

async function messagesOf(folio: string): Promise<string[]> {
  type Events = { items: { type: string; data: { body?: string } }[] };
  const { items } = await desk.client.get<Events>(`/tickets/${folio}/events?limit=100`);
  return items.filter(({ type }) => type === 'message_posted').map(({ data }) => data.body ?? '');
}

it('a solution arrives by itself, is accepted without a pointer, and is found in the archive', async () => {
  const folio = await desk.register('El total del día está incompleto');
  const page = await stage().page({ as: 'client', viewport: 'desktop', path: `/tickets/${folio}` });
  const { said, accept } = conversation(page);
  await page.getByText('le dará la primera atención', { exact: false }).waitFor();
  await desk.solve(folio, 'Vuelva a abrir el corte.');
  await said('Vuelva a abrir el corte.').waitFor();

  const keyboard = keyboardOnly(page);
  await keyboard.press(page.getByRole('button', { name: '¿Cómo se calculó?' }));
  await page.getByRole('region', { name: 'Cómo se calculó el cierre' }).waitFor();
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const ink = await page.evaluate('getComputedStyle(document.querySelector("[role=log]")).color');
  expect(ink).toBe('rgb(0, 0, 0)');
  expect(await page.getByLabel('Su mensaje').isVisible()).toBe(false);
  expect(await said('Vuelva a abrir el corte.').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });

  await keyboard.press(accept);
  const dialog = page.getByRole('dialog', { name: '¿Quedó resuelto?' });
  await dialog.waitFor();
  await expectAccessible(page);
  await keyboard.press(dialog.getByRole('button', { name: 'Sí, aceptar y cerrar' }));
  await page.getByRole('heading', { name: 'Ticket cerrado: Aceptado por el cliente' }).waitFor();
  await expectAccessible(page);

  await keyboard.press(page.getByRole('link', { name: 'Archivo histórico de tickets' }));
  await keyboard.press(page.getByRole('link', { name: 'El total del día está incompleto' }));
  await page.waitForURL(`**/archivo/${folio}`);
  await said('Vuelva a abrir el corte.').waitFor();
  await expectAccessible(page);
});

it('a reply can be taken back for five seconds, and is sent once', async () => {
  const folio = await desk.register('Una respuesta que se deshace');
  const page = await stage().page({ as: 'client', path: `/tickets/${folio}` });
  const { reply, send, undo, said } = conversation(page);
  await reply.fill('Aún ocurre.');
  await send.click();
  await undo.click();
  expect(await reply.inputValue()).toBe('Aún ocurre.');
  expect(await reply.isEditable()).toBe(true);
  await reply.press('Control+Enter');
  await said('Aún ocurre.').waitFor();
  expect(await reply.inputValue()).toBe('');
  expect(await messagesOf(folio)).toEqual(['Aún ocurre.']);
  await expectNoSidewaysScroll(page);
});

it('what is being written outlives a reload, the end of the session and a service that is away', async () => {
  const folio = await desk.register('Un texto que no se pierde');
  const page = await stage().page({ as: 'client', path: `/tickets/${folio}` });
  const { reply, send, said } = conversation(page);
  await reply.fill('Lo que no debe perderse.');
  await page.reload();
  await page.getByText('Recuperamos lo que había escrito.').waitFor();
  expect(await reply.inputValue()).toBe('Lo que no debe perderse.');

  await page.context().clearCookies();
  await send.click();
  const dialog = page.getByRole('dialog', { name: 'Su sesión terminó' });
  await dialog.waitFor();
  await page.getByText(`Su respuesta al ticket ${folio} no se envió.`, { exact: false }).waitFor();
  await dialog.getByLabel('Contraseña').fill(stage().product.password);
  await dialog.getByRole('button', { name: 'Iniciar sesión' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await reply.inputValue()).toBe('Lo que no debe perderse.');

  let refusals = 0;
  await page.route(`**/tickets/${folio}/messages`, (route) =>
    refusals++ < 2
      ? route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          headers: { 'Retry-After': '1' },
          body: JSON.stringify({ code: 'service_unavailable', detail: 'El servicio no está disponible.' }),
        })
      : route.continue(),
  );
  stage().errors.expect(/503/);
  await send.click();
  await said('Lo que no debe perderse.').waitFor();
  expect(refusals).toBe(3);
  expect(await messagesOf(folio)).toEqual(['Lo que no debe perderse.']);
});

it('a reply to what has changed meanwhile is held back with what is new', async () => {
  const folio = await desk.register('Una respuesta que espera');
  const page = await stage().page({ as: 'client', path: `/tickets/${folio}` });
  const { reply, send, said } = conversation(page);
  await reply.fill('Se llama caja 2.');
  await desk.attend(folio);
  await desk.say(folio, 'Ya no hace falta: encontramos la causa.');
  await said('Ya no hace falta: encontramos la causa.').waitFor();
  await send.click();
  const held = page.getByRole('alert').filter({ hasText: 'no se ha enviado' });
  await held.getByText('Ya no hace falta: encontramos la causa.').waitFor();
  await expectAccessible(page);
  await held.getByRole('button', { name: 'Enviar de todas formas' }).click();
  await said('Se llama caja 2.').waitFor();
  expect((await messagesOf(folio)).at(-1)).toBe('Se llama caja 2.');
});
