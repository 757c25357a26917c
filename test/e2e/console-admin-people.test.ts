import { randomUUID } from 'node:crypto';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { logIn } from '../../tools/tour/person';
import { openDesk } from './portal-tickets-desk';
import { expectAccessible } from './support/accessible';
import { arrive } from './support/arrive';
import { button, dialog, inDialog, said } from './support/console-places';
import { useStage } from './support/stage';

const stage = useStage();
const MAIL_MS = 60_000;
const ASSIGNED_MS = 30_000;

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
  await inDialog(page, 'Repartir').click();
  await said(page, /^Se repart/);
  expect(await desk.agent.get(`/tickets/${folio}`)).toMatchObject({ assignee: { name: 'Bruno Salas' } });
});

it('an agent leaves once the tickets are handed over, and is found as somebody who has left', async () => {
  const desk = await openDesk(stage());
  const folio = await desk.register('El total de ventas no cuadra');
  await desk.attend(folio);
  // Somebody else knows of questions.
  await desk.agent.put(`/tickets/${folio}/category`, { type: 'question' });
  const page = await stage().page({ as: 'admin', viewport: 'desktop' });
  await arrive(page, '/personas/cuentas');
  await page.getByLabel('Buscar por nombre, correo o teléfono').fill('torres');
  await page.waitForURL(/q=torres/);
  await page.getByRole('link', { name: 'Carmen Ibarra' }).waitFor({ state: 'detached' });
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Ana Torres' }).click();
  await page.getByText('agente1@e-optics.test').waitFor();
  await expectAccessible(page);

  await button(page, 'Cerrar la cuenta').click();
  await inDialog(page, 'Cerrar la cuenta').click();
  await dialog(page).getByRole('link', { name: folio }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Repartir sus tickets' }).click();
  await dialog(page).getByText('El total de ventas no cuadra').waitFor();
  await inDialog(page, 'Repartir').click();
  await said(page, /^Se repart/);
  const admin = await stage().person('admin');
  await waitUntil('somebody else to attend the ticket', ASSIGNED_MS, async () => {
    const { assignee } = await admin.get<{ assignee: { name: string } | null }>(`/tickets/${folio}`);
    return assignee?.name === 'Bruno Salas';
  });

  await page.goBack();
  await button(page, 'Cerrar la cuenta').click();
  await inDialog(page, 'Cerrar la cuenta').click();
  await said(page, 'Se cerró la cuenta de Ana Torres');
  await page.getByText('Cerrada', { exact: true }).waitFor();
  const { items } = await admin.get<{ items: { name: string }[] }>('/people?status=left');
  expect(items.map(({ name }) => name)).toEqual(['Ana Torres']);
  await page.getByRole('link', { name: 'Lo que se hizo con su cuenta' }).click();
  await page.getByRole('row', { name: /^Cerró o reabrió una cuenta Diego Luna Ana Torres/ }).waitFor();
  await expectAccessible(page);
});
