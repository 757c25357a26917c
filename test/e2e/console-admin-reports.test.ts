import { openDesk } from './portal-tickets-desk';
import { expectAccessible } from './support/accessible';
import { button, dialog } from './support/console-places';
import { useStage } from './support/stage';

const stage = useStage();

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
