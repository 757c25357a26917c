import { expectAccessible } from './support/accessible';
import { arrive } from './support/arrive';
import { button, dialog, inDialog, said } from './support/console-places';
import { keyboardOnly } from './support/keyboard';
import { useStage } from './support/stage';

const stage = useStage();

it('a ticket type is quoted from the next version on, and clients read why before they send', async () => {
  const page = await stage().page({ as: 'admin', viewport: 'desktop' });
  await arrive(page, '/politica/tipos');
  await button(page, 'Cambiar «Duda o pregunta»').click();
  await dialog(page).getByRole('combobox', { name: 'Cobertura' }).click();
  await page.getByRole('listbox').getByRole('option', { name: 'Se cotiza' }).click();
  await inDialog(page, 'Aplicar al borrador').click();
  await dialog(page)
    .getByRole('link', { name: 'Aviso antes de enviar: Escriba o elija este dato.' })
    .waitFor();
  await expectAccessible(page);
  await dialog(page).getByLabel('Aviso antes de enviar').fill('Se cotiza antes de responder.');
  await inDialog(page, 'Aplicar al borrador').click();
  await page.getByText('2 cambios sin guardar').waitFor();
  await expectAccessible(page);

  await button(page, 'Revisar cambios').click();
  await dialog(page).getByRole('row', { name: 'Duda o pregunta: Cobertura Incluido Se cotiza' }).waitFor();
  await inDialog(page, 'Guardar versión nueva').click();
  await said(page, /^Se guardó la versión \d+ de la política/);
  await page.getByText('No hay cambios que guardar.').waitFor();
  const client = await stage().person('client');
  const { types } = await client.get<{ types: { id: string }[] }>('/catalog');
  expect(types.find(({ id }) => id === 'question')).toMatchObject({
    label: 'Duda o pregunta',
    coverage: 'quoted',
    warning: 'Se cotiza antes de responder.',
  });
});

it('a canned reply is written from the keyboard with data of the ticket, and removed', async () => {
  const page = await stage().page({ as: 'supervisor', viewport: 'desktop' });
  await arrive(page, '/respuestas');
  const keyboard = keyboardOnly(page);
  await keyboard.press(button(page, 'Agregar respuesta'));
  await keyboard.write(dialog(page).getByLabel('Título'), 'Pedir horario');
  await keyboard.write(dialog(page).getByLabel('Atajo'), 'horario');
  await keyboard.write(dialog(page).getByLabel('Texto', { exact: true }), 'Buen día, ');
  await keyboard.press(inDialog(page, 'Insertar nombre del cliente'));
  await page.keyboard.type(': ¿a qué hora le llamamos?');
  await expectAccessible(page);
  await keyboard.press(inDialog(page, 'Guardar'));
  await said(page, 'Se guardó «Pedir horario»');
  const supervisor = await stage().person('supervisor');
  const { items } = await supervisor.get<{ items: { shortcut: string; body: string }[] }>('/canned-replies');
  expect(items.find(({ shortcut }) => shortcut === 'horario')?.body).toBe(
    'Buen día, {{cliente}}: ¿a qué hora le llamamos?',
  );

  await button(page, 'Quitar «Pedir horario»').click();
  await inDialog(page, 'Quitar').click();
  await said(page, 'Se quitó «Pedir horario»');
  await page.getByRole('rowheader', { name: 'Pedir horario' }).waitFor({ state: 'detached' });
});
