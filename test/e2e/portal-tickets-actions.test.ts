import { openDesk, type Desk } from './portal-tickets-desk';
import { expectAccessible } from './support/accessible';
import { keyboardOnly } from './support/keyboard';
import { useStage } from './support/stage';

const stage = useStage();
let desk: Desk;
beforeAll(async () => void (desk = await openDesk(stage())));

it('words for a ticket that has closed go along to a new one that follows it', async () => {
  const folio = await desk.register('Un ticket que se cierra antes');
  await desk.solve(folio, 'Actualice la lista.');
  const page = await stage().page({ as: 'client', path: `/tickets/${folio}` });
  await page.getByLabel('Su mensaje').fill('Todavía falta una etiqueta.');
  await desk.client.put(`/tickets/${folio}/closure`, { reason: 'accepted' });
  await page.getByText('Lo que escribió pasa al ticket nuevo.').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Abrir uno nuevo relacionado' }).last().click();
  await page.getByRole('heading', { name: `Registrar un ticket relacionado con el ${folio}` }).waitFor();
  await page.getByLabel('Asunto').fill('Falta una etiqueta');
  await page.getByRole('radio', { name: 'Duda o pregunta' }).check();
  await page.getByRole('button', { name: 'Continuar' }).click();
  expect(await page.getByRole('textbox', { name: 'Detalle' }).inputValue()).toBe(
    'Todavía falta una etiqueta.',
  );
  await page.getByRole('button', { name: 'Continuar' }).click();
  await page.locator('form').getByRole('button', { name: 'Registrar ticket' }).click();
  await page.getByRole('link', { name: 'Ver el ticket' }).click();
  await page.getByRole('complementary').getByRole('link', { name: folio }).waitFor();
});

it('contact data are corrected, a colleague is added and taken off, and the ticket is withdrawn', async () => {
  const folio = await desk.register('Un ticket con datos por corregir');
  const page = await stage().page({ as: 'client', viewport: 'tablet', path: `/tickets/${folio}` });

  await page.getByRole('button', { name: 'Corregir los datos de contacto' }).click();
  const dialog = page.getByRole('dialog', { name: 'Corregir los datos de contacto' });
  await dialog.getByLabel('Teléfono').fill('no es un teléfono');
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await dialog.getByText('Revise el formato de este dato.').waitFor();
  await expectAccessible(page);
  await page.reload();
  await page.getByRole('button', { name: 'Corregir los datos de contacto' }).click();
  await dialog.getByText('Recuperamos lo que había escrito.').waitFor();
  expect(await dialog.getByLabel('Teléfono').inputValue()).toBe('no es un teléfono');
  await dialog.getByLabel('Teléfono').fill('+52 55 5000 9999');
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('complementary').getByText('+52 55 5000 9999').waitFor();

  await page.getByRole('button', { name: 'Agregar a un colega' }).click();
  await page.getByLabel('Agregar a un colega').selectOption('Raúl Ortega');
  await page.getByRole('button', { name: 'Agregar', exact: true }).click();
  await page.getByRole('button', { name: 'Quitar a Raúl Ortega' }).click();
  await page.getByText('Nadie más participa en este ticket.').waitFor();

  await page.getByRole('button', { name: 'Más acciones' }).click();
  await page.getByRole('menuitem', { name: 'Retirar el ticket' }).click();
  await page.getByRole('button', { name: 'Retirar y cerrar' }).click();
  await page.getByRole('heading', { name: 'Ticket cerrado: Retirado por el cliente' }).waitFor();
});

it('a ticket is passed on, and is there no more for whoever gave it away', async () => {
  const folio = await desk.register('Un ticket que cambia de manos');
  const page = await stage().page({ as: 'client', path: `/tickets/${folio}` });
  const keyboard = keyboardOnly(page);
  const more = page.getByRole('button', { name: 'Más acciones' });
  const passOn = page.getByRole('menuitem', { name: 'Pasar a un colega' });
  await keyboard.press(more);
  await passOn.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Pasar el ticket a un colega' });
  const colleagues = dialog.getByLabel('¿A quién se lo pasa?');
  await colleagues.waitFor();
  // Who thinks better of it is where they were, not at the head of the page.
  await page.keyboard.press('Escape');
  await page.locator('button:focus', { hasText: 'Más acciones' }).waitFor();
  await more.press('Enter');
  await passOn.press('Enter');
  await colleagues.waitFor();
  await keyboard.press(dialog.getByRole('button', { name: 'Pasar el ticket' }));
  await dialog.getByText('Escriba o elija este dato.').waitFor();
  await expectAccessible(page);
  await colleagues.selectOption('Raúl Ortega');
  await keyboard.press(dialog.getByRole('button', { name: 'Pasar el ticket' }));
  await page.getByText(`El ticket ${folio} quedó a nombre de Raúl Ortega.`).waitFor();
  await page.waitForURL(`${stage().product.url}/`);
  await page.goto(`/tickets/${folio}`);
  await page.getByRole('heading', { name: `No encontramos el ticket ${folio}` }).waitFor();

  const taken = await stage().page({ as: 'client_admin', viewport: 'tablet', path: `/tickets/${folio}` });
  await taken.getByRole('button', { name: 'Más acciones' }).click();
  await taken.getByRole('menuitem', { name: 'Pasar a un colega' }).click();
  await taken.getByLabel('¿A quién se lo pasa?').selectOption('Laura Méndez');
  await taken.getByRole('button', { name: 'Pasar el ticket' }).click();
  await taken.getByRole('log').getByText('pasó el ticket a Laura Méndez').waitFor();
});

it('a remote session is asked for, and its quote leads to its page', async () => {
  const folio = await desk.register('Una revisión a distancia');
  const page = await stage().page({ as: 'client', path: `/tickets/${folio}` });
  await page.getByRole('button', { name: 'Más acciones' }).click();
  await page.getByRole('menuitem', { name: 'Solicitar sesión remota' }).click();
  const dialog = page.getByRole('dialog', { name: 'Solicitar una sesión remota' });
  await dialog.getByRole('radio', { name: 'AnyDesk' }).check();
  await dialog.getByLabel('¿Qué hay que revisar en la sesión?').fill('La configuración de la caja.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Solicitar' }).click();
  await page.getByRole('link', { name: 'Sesión 1' }).waitFor();
  expect(await page.getByRole('link', { name: 'Sesión 1' }).getAttribute('href')).toMatch(/^\/sesiones\//);
});

it("another customer's ticket does not exist", async () => {
  const folio = await desk.register('Un ticket ajeno');
  const page = await stage().page({ as: 'cliente@optica-vecina.test', path: `/tickets/${folio}` });
  await page.getByRole('heading', { name: `No encontramos el ticket ${folio}` }).waitFor();
  await expectAccessible(page);
});
