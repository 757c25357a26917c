import { expectAccessible } from './support/accessible';
import { registerTicket } from './support/register-ticket';
import { useStage } from './support/stage';

const stage = useStage();

it('a ticket becomes part of an incident, which tells whom it affects where the impact is chosen', async () => {
  const folio = await registerTicket(stage(), 'Nadie puede cobrar');
  const path = `/consola/tickets/${folio}`;
  const page = await stage().page({ as: 'supervisor', viewport: 'desktop', path });
  await page.getByRole('heading', { level: 1, name: 'Nadie puede cobrar' }).waitFor();

  await page.getByRole('button', { name: 'Más', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Vincular a un incidente general' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Título').fill('Caída de cobros');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Vincular ticket' }).click();
  const incident = page.getByRole('region', { name: 'Incidente general' });
  await incident.getByRole('link', { name: 'Caída de cobros' }).waitFor();
  await incident.getByText('1 cliente afectado · 1 ticket abierto').waitFor();
  await page.getByRole('region', { name: 'Lista de tickets' }).getByText('Caída de cobros').waitFor();
  await expectAccessible(page);

  const agent = await stage().page({ as: 'agent', viewport: 'desktop', path });
  await agent.getByRole('heading', { level: 1, name: 'Nadie puede cobrar' }).waitFor();
  await agent.keyboard.press('c');
  await agent.getByRole('dialog').getByText('Caída de cobros: 1 cliente afectado').waitFor();
  await expectAccessible(agent);

  // The ticket's own timeline tells of it: to support which incident, to the client that there is one.
  const log = page.getByRole('log', { name: 'Conversación' });
  await log.getByText('vinculó el ticket al incidente general «Caída de cobros»').waitFor();
  const site = await stage().page({ as: 'client', path: `/tickets/${folio}` });
  await site.getByText('Este caso es parte de un incidente general que soporte ya está atendiendo').waitFor();
  expect(await site.getByText('Caída de cobros').count()).toBe(0);

  await incident.getByRole('button', { name: 'Desvincular' }).press('Enter');
  await incident.waitFor({ state: 'detached' });
  // The button is gone, and who pressed it goes on from the ticket's heading.
  await page.locator('h1:focus').waitFor();
  await log.getByText('desvinculó el ticket del incidente general').waitFor();
  await site.getByText('Este caso ya no es parte de un incidente general').waitFor();
});

it('what happened is corrected, and what consulting answers is kept', async () => {
  const folio = await registerTicket(stage(), 'El reporte tarda');
  const page = await stage().page({ as: 'agent', viewport: 'desktop', path: `/consola/tickets/${folio}` });
  await page.getByRole('heading', { level: 1, name: 'El reporte tarda' }).waitFor();
  const log = page.getByRole('log', { name: 'Conversación' });
  const dialog = page.getByRole('dialog');

  await page.getByRole('button', { name: 'Corregir qué ocurrió y cuándo' }).click();
  await dialog.getByLabel('Qué ocurrió').fill('Tarda diez minutos desde el lunes.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await log.getByText('corrigió qué ocurrió y cuándo').waitFor();

  const agent = await stage().person('agent');
  await agent.post(`/tickets/${folio}/referrals`, { description: 'Un reporte a la medida', keepOpen: true });
  await page.getByRole('button', { name: 'Registrar la respuesta de consultoría' }).click();
  await dialog.getByLabel('Referencia').fill('C-77');
  await dialog.getByLabel('Costo en pesos').fill('1160');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  const referral = page.getByRole('region', { name: 'Canalizado a consultoría' });
  await referral.getByText('C-77').waitFor();
  await referral.getByText('$1,160.00 MXN').waitFor();
});
