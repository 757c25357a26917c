import type { Page } from 'playwright-core';
import { expectAccessible } from './support/accessible';
import { arrive } from './support/arrive';
import { button, dialog, inDialog, said } from './support/console-places';
import { useStage } from './support/stage';

const stage = useStage();

/** Saves what is overtaken, is told of it in words, and saves again. */
async function saveOvertaken(page: Page, told: string | RegExp): Promise<void> {
  await inDialog(page, 'Guardar').click();
  await dialog(page).getByRole('alert').getByRole('row', { name: told }).waitFor();
  await expectAccessible(page);
  await inDialog(page, 'Guardar').click();
}

it('of a canned reply that somebody else changes meanwhile both changes stay', async () => {
  const supervisor = await stage().person('supervisor');
  const text = { title: 'Despedida', shortcut: 'despedida', body: 'Hasta luego.' };
  const { id } = await supervisor.post<{ id: string }>('/canned-replies', text);
  const page = await stage().page({ as: 'supervisor', viewport: 'desktop' });
  await arrive(page, '/respuestas');
  await button(page, 'Cambiar «Despedida»').click();
  await dialog(page).getByLabel('Texto').fill('Hasta pronto.');
  await supervisor.patch(`/canned-replies/${id}`, { title: 'Cierre', type: 'question' });
  await saveOvertaken(page, /Despedida Cierre/);
  await said(page, 'Se guardó «Cierre»');
  const { items } = await supervisor.get<{ items: { id: string }[] }>('/canned-replies?limit=100');
  expect(items.find((one) => one.id === id)).toMatchObject({
    title: 'Cierre',
    type: 'question',
    body: 'Hasta pronto.',
  });
});

it('a canned reply that somebody else has just changed is removed only once that was seen', async () => {
  const supervisor = await stage().person('supervisor');
  const text = { title: 'Espera', shortcut: 'espera', body: 'Un momento.' };
  const { id } = await supervisor.post<{ id: string }>('/canned-replies', text);
  const page = await stage().page({ as: 'supervisor', viewport: 'desktop' });
  await arrive(page, '/respuestas');
  await button(page, 'Quitar «Espera»').click();
  await supervisor.patch(`/canned-replies/${id}`, { title: 'Espere' });
  await inDialog(page, 'Quitar').click();
  await dialog(page).getByText('Alguien hizo un cambio desde que usted lo consultó.').waitFor();
  await page.getByRole('dialog', { name: 'Quitar «Espere»' }).waitFor();
  await inDialog(page, 'Quitar').click();
  await said(page, 'Espere');
});

it('of an agent whose experience somebody else changes meanwhile both changes stay', async () => {
  const supervisor = await stage().person('supervisor');
  const somebody = { email: 'nadia@e-optics.test', name: 'Nadia Ríos', skills: ['question'], capacity: 5 };
  const { id } = await supervisor.post<{ id: string }>('/agents', somebody);
  const page = await stage().page({ as: 'supervisor', viewport: 'desktop' });
  await arrive(page, '/personas');
  await button(page, 'Editar a Nadia Ríos').click();
  await dialog(page).getByLabel('Tickets abiertos como máximo').fill('9');
  // Coming and going is no change of what the form shows.
  await supervisor.put(`/agents/${id}/availability`, { available: true });
  await supervisor.patch(`/agents/${id}`, { name: 'Nadia Ríos Vega' });
  await saveOvertaken(page, /Nadia Ríos Nadia Ríos Vega/);
  await said(page, 'Se guardaron los datos de Nadia Ríos Vega');
  const { items } = await supervisor.get<{ items: { id: string }[] }>('/agents?limit=100');
  expect(items.find((one) => one.id === id)).toMatchObject({ name: 'Nadia Ríos Vega', capacity: 9 });
});

it('of a product that somebody else changes meanwhile both changes stay', async () => {
  const admin = await stage().person('admin');
  const product = { name: 'Visor', currentVersion: '1.0', providedByUs: true };
  await admin.put('/products/visor', product);
  const page = await stage().page({ as: 'admin', viewport: 'desktop' });
  await arrive(page, '/clientes/productos');
  await button(page, 'Cambiar Visor').click();
  await dialog(page).getByLabel('Nombre').fill('Visor de retina');
  await admin.put('/products/visor', { ...product, currentVersion: '2.0' });
  await saveOvertaken(page, /1\.0 2\.0/);
  await said(page, 'Se guardó Visor de retina, versión 2.0');
});

it('of an incident that somebody else changes meanwhile both changes stay', async () => {
  const supervisor = await stage().person('supervisor');
  const given = { title: 'Agenda lenta', severity: 'minor' };
  const { id } = await supervisor.post<{ id: string }>('/incidents', given);
  const page = await stage().page({ as: 'supervisor', viewport: 'desktop' });
  await arrive(page, `/incidentes/${id}`);
  await button(page, 'Editar').click();
  await dialog(page).getByLabel('Título').fill('Agenda lenta por la mañana');
  await supervisor.patch(`/incidents/${id}`, { severity: 'critical' });
  await saveOvertaken(page, /Gravedad Menor Crítica/);
  await said(page, 'Se guardó el incidente');
  expect(await supervisor.get(`/incidents/${id}`)).toMatchObject({
    title: 'Agenda lenta por la mañana',
    severity: 'critical',
  });
});
