import { expectAccessible } from './support/accessible';
import { registerTicket } from './support/register-ticket';
import { useStage, type Stage } from './support/stage';

const stage = useStage();

interface Policy {
  version: number;
  waitingClientHours: number;
}

/** The policy of today with other hours. @returns the version that holds from now on */
async function changeHours(on: Stage, waitingClientHours: number): Promise<number> {
  const admin = await on.person('admin');
  const policy = await admin.get<Policy>('/policies/support');
  await admin.put('/policies/support', { ...policy, waitingClientHours });
  return policy.version + 1;
}

it('a supervisor applies the present rules to a ticket, and the client reads the other closing', async () => {
  const folio = await registerTicket(stage(), 'El ticket no imprime');
  const agent = await stage().person('agent');
  const { id } = (await agent.get<{ user: { id: string } }>('/session')).user;
  await agent.put(`/tickets/${folio}/assignment`, { agentId: id });
  await agent.post(`/tickets/${folio}/messages`, { body: '¿En qué caja?', awaitsClient: true });
  const version = await changeHours(stage(), 60);

  const path = `/consola/tickets/${folio}`;
  const page = await stage().page({ as: 'supervisor', viewport: 'desktop', path });
  await page.getByRole('heading', { level: 1, name: 'El ticket no imprime' }).waitFor();
  await page.getByRole('button', { name: 'Más', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Aplicar reglas vigentes' }).click();
  const dialog = page.getByRole('dialog', { name: `Aplicar las reglas vigentes al ticket ${folio}` });
  await dialog.getByText(`Hoy rigen la política ${version}`).waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Aplicar' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Motivo').fill('Más tiempo para responder');
  await dialog.getByRole('button', { name: 'Aplicar' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByRole('log', { name: 'Conversación' })
    .getByText('cambió las reglas del ticket: Más tiempo para responder')
    .waitFor();

  const site = await stage().page({ as: 'client', path: `/tickets/${folio}` });
  await site.getByText('Cambió el plazo para responder. Sin respuesta, se cierra el').waitFor();
  expect(await site.getByText('Más tiempo para responder').count()).toBe(0);
  await site.getByRole('button', { name: '¿Cómo se calculó?' }).first().click();
  await site.getByText('60 horas hábiles').first().waitFor();
});

it('the present rules are applied to several tickets at once', async () => {
  const folios = [
    await registerTicket(stage(), 'Primero de varios'),
    await registerTicket(stage(), 'Segundo de varios'),
  ];
  const version = await changeHours(stage(), 72);
  const path = '/consola/?q=varios&view=all';
  const page = await stage().page({ as: 'supervisor', viewport: 'desktop', path });
  for (const folio of folios)
    await page.getByRole('checkbox', { name: `Seleccionar el ticket ${folio}` }).check();
  await page.getByRole('button', { name: 'Aplicar reglas vigentes…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Aplicar las reglas vigentes a 2 tickets' });
  await dialog.getByLabel('Motivo').fill('Nuevas horas');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Aplicar' }).click();
  await page.getByText('2 tickets con las reglas vigentes').waitFor();
  const agent = await stage().person('agent');
  for (const folio of folios) {
    const { internal } = await agent.get<{ internal: { policyVersion: number } }>(`/tickets/${folio}`);
    expect(internal.policyVersion).toBe(version);
  }
});
