import { waitUntil } from '../../tools/toolchain/wait-until';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { keyboardOnly } from './support/keyboard';
import { registerTicket } from './support/register-ticket';
import { useStage } from './support/stage';

const stage = useStage();

it('several tickets are claimed at once after a moment to undo it', async () => {
  const folios = [
    await registerTicket(stage(), 'Primer caso del lote'),
    await registerTicket(stage(), 'Segundo caso del lote'),
  ];
  const page = await stage().page({
    as: 'agent',
    viewport: 'desktop',
    path: '/consola/?q=lote&view=unassigned',
  });
  for (const folio of folios)
    await page.getByRole('checkbox', { name: `Seleccionar el ticket ${folio}` }).check();
  await page.getByText('2 seleccionados').waitFor();
  await page.getByRole('group', { name: 'Acciones sobre lo seleccionado' }).getByText('Tomar').click();
  await page.getByRole('button', { name: 'Deshacer' }).click();
  for (const folio of folios)
    await page.getByRole('checkbox', { name: `Seleccionar el ticket ${folio}` }).check();
  await page.getByRole('group', { name: 'Acciones sobre lo seleccionado' }).getByText('Tomar').click();
  await page.getByText('2 tickets asignados').waitFor();
  await page.getByText('Ningún ticket cumple con la búsqueda y los filtros.').waitFor();
});

it('the palette does what the buttons do', async () => {
  const folio = await registerTicket(stage(), 'El inventario no cuadra');
  const page = await stage().page({ as: 'agent', viewport: 'desktop', path: `/consola/tickets/${folio}` });
  await page.getByRole('heading', { level: 1, name: 'El inventario no cuadra' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Escriba una acción' }).fill('llamada');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: `Registrar llamada del ticket ${folio}` }).waitFor();
  await expectAccessible(page);
  await page.getByLabel('Qué se habló').fill('Confirmó que ocurre en dos sucursales.');
  await page.getByRole('button', { name: 'Registrar llamada' }).click();
  await page
    .getByRole('log', { name: 'Conversación' })
    .getByText('Confirmó que ocurre en dos sucursales.')
    .waitFor();
});

it('letters rest below a dialog', async () => {
  const folio = await registerTicket(stage(), 'El reporte no abre');
  const page = await stage().page({ as: 'agent', viewport: 'desktop', path: `/consola/tickets/${folio}` });
  await page.getByRole('heading', { level: 1, name: 'El reporte no abre' }).waitFor();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Atajos de teclado' });
  await sheet.getByRole('button', { name: 'Cerrar' }).focus();
  await page.keyboard.press('c');
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: `Clasificar el ticket ${folio}` }).waitFor();
});

it('a dialog gives the focus back to what opened it', async () => {
  const folio = await registerTicket(stage(), 'El corte no imprime');
  const page = await stage().page({ as: 'agent', viewport: 'desktop', path: `/consola/tickets/${folio}` });
  await page.getByRole('heading', { level: 1, name: 'El corte no imprime' }).waitFor();
  await page.getByRole('button', { name: 'Asignar', exact: true }).press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('button:focus', { hasText: 'Asignar' }).waitFor();
  await page.getByRole('button', { name: 'Más', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Dividir' }).press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('button:focus', { hasText: 'Más' }).waitFor();
});

it('a phone shows which part of the console it is in', async () => {
  const page = await stage().page({ as: 'agent', viewport: 'phone', path: '/consola/sesiones' });
  await page.getByRole('heading', { level: 1, name: 'Sesiones remotas' }).waitFor();
  const menu = page.getByRole('button', { name: 'Menú: Sesiones remotas' });
  const box = await menu.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);

  await menu.click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Archivo', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Archivo histórico de tickets' }).waitFor();
  await page.getByRole('button', { name: 'Menú: Archivo' }).waitFor();
  await page.getByRole('link', { name: 'Archivo', exact: true }).waitFor({ state: 'hidden' });
});

it('the desk fits a phone: one pane at a time', async () => {
  const folio = await registerTicket(stage(), 'La caja no abre');
  const page = await stage().page({ as: 'agent', viewport: 'phone', path: '/consola' });
  await page.getByRole('link', { name: /La caja no abre/ }).waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole('link', { name: /La caja no abre/ }).click();
  await page.getByRole('heading', { level: 1, name: 'La caja no abre' }).waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByText('Contexto', { exact: true }).click();
  await page.getByRole('heading', { name: 'Contrato' }).waitFor();
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'Volver a la lista' }).click();
  await page.getByRole('link', { name: new RegExp(folio) }).waitFor();
});

it('in a short window the conversation is read with the rest of the ticket', async () => {
  const folio = await registerTicket(stage(), 'El cajón no abre');
  const page = await stage().page({ as: 'agent', viewport: 'desktop', path: `/consola/tickets/${folio}` });
  // Full HD at 200 %.
  await page.setViewportSize({ width: 960, height: 540 });
  const conversation = page.getByRole('group', { name: 'Conversación' });
  await conversation.getByText('El cajón no abre. Ocurre desde la mañana.').waitFor();
  const [needs, has] = await conversation.evaluate(
    ({ scrollHeight, clientHeight }: { scrollHeight: number; clientHeight: number }) => [
      scrollHeight,
      clientHeight,
    ],
  );
  expect(has).toBe(needs);
  await page.keyboard.press('r');
  await page.keyboard.type('Buen día.');
  await expectNoSidewaysScroll(page);
});

it('from a long list one passes on to the open ticket', async () => {
  const folio = await registerTicket(stage(), 'La báscula no pesa');
  const page = await stage().page({ as: 'agent', viewport: 'desktop', path: `/consola/tickets/${folio}` });
  await page.getByRole('heading', { level: 1, name: 'La báscula no pesa' }).waitFor();
  await keyboardOnly(page).press(page.getByRole('button', { name: `Ir al ticket ${folio}` }));
  await page.keyboard.press('Tab');
  await page.locator('button:focus', { hasText: 'Tomar' }).waitFor();
});

it('an agent registers for a client, divides the ticket and closes it', async () => {
  await registerTicket(stage(), 'Un ticket de antes');
  const page = await stage().page({ as: 'agent', viewport: 'tablet', path: '/consola/registrar' });
  await page.getByRole('heading', { level: 1, name: 'Registrar ticket por un cliente' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Registrar ticket' }).click();
  await page.getByRole('alert').getByText('Asunto').waitFor();
  const client = page.getByRole('combobox', { name: 'Cliente' });
  await client.fill('nadie así');
  await page.getByText('Nadie con cuenta coincide.').waitFor();
  await client.fill('laura mendez');
  await page.getByRole('option', { name: /cliente@optica-demo\.test/ }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await client.inputValue()).toBe('Laura Méndez · cliente@optica-demo.test');
  const organization = page.getByRole('combobox', { name: 'Empresa' });
  await waitUntil('the customer', 10_000, async () => /Óptica Demo/.test(await organization.inputValue()));
  expect(await page.getByLabel('Correo electrónico').inputValue()).toBe('cliente@optica-demo.test');
  await page.getByLabel('Motivo para registrarlo en su nombre').fill('No tiene conexión en la sucursal.');
  await page.getByLabel('Asunto').fill('Sin acceso y sin etiquetas');
  await page.getByLabel('Qué ocurre').fill('No puede entrar, y además las etiquetas salen mal.');
  await page.getByLabel('Tipo').selectOption({ label: 'Duda o pregunta' });
  await page.getByRole('button', { name: 'Registrar ticket' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sin acceso y sin etiquetas' }).waitFor();

  await page.getByRole('button', { name: 'Más', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Dividir' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Asunto').fill('Las etiquetas salen mal');
  await dialog.getByLabel('Descripción').fill('Salen cortadas.');
  await dialog.getByRole('button', { name: 'Dividir', exact: true }).click();
  await page
    .getByRole('log', { name: 'Conversación' })
    .getByText('dividió el ticket en una parte nueva')
    .waitFor();

  await page.getByRole('button', { name: 'Cerrar', exact: true }).click();
  await dialog.waitFor();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Fuera de alcance' }).check();
  await dialog.getByLabel('Mensaje al cliente').fill('La conexión de su sucursal es de su proveedor.');
  await page.getByRole('button', { name: 'Cerrar el ticket' }).click();
  await page.getByText('se envió al archivo histórico. No se puede reabrir.').waitFor();
  expect(await page.getByRole('region', { name: 'Escribir en el ticket' }).count()).toBe(0);
});
