import { Refusal } from '../../tools/tour/person';
import { expectAccessible } from './support/accessible';
import { arrive } from './support/arrive';
import { button, dialog, inDialog, said } from './support/console-places';
import { keyboardOnly } from './support/keyboard';
import { registerTicket } from './support/register-ticket';
import { useStage } from './support/stage';

const stage = useStage();

it('a supervisor suspends a contract from the keyboard, and the customer shows up to be renewed', async () => {
  const page = await stage().page({
    as: 'supervisor',
    viewport: 'desktop',
    path: '/consola/clientes/optica-vecina',
  });
  const keyboard = keyboardOnly(page);
  await keyboard.press(button(page, 'Cambiar el contrato C-1002'));
  await keyboard.press(dialog(page).getByLabel('Suspender: no se aceptan tickets nuevos'), ' ');
  await page.keyboard.press('Enter');
  await said(page, 'Se guardó el contrato C-1002');
  await page.getByText('Suspendido', { exact: true }).waitFor();
  await expectAccessible(page);

  await page.goto('/consola/clientes/por-renovar');
  await page.getByRole('row', { name: /Óptica Vecina C-1002 .* Suspendido/ }).waitFor();
  await expectAccessible(page);
});

it('a branch is added for a customer; one that leaves reads on, registers nothing, and may come back', async () => {
  const client = await stage().person('client');
  const page = await stage().page({ as: 'supervisor', viewport: 'desktop' });
  await arrive(page, '/clientes/optica-demo');
  await button(page, 'Agregar sucursal').click();
  await dialog(page).getByLabel('Nombre').fill('Sucursal Centro');
  await inDialog(page, 'Guardar').click();
  await dialog(page)
    .getByRole('alert')
    .getByRole('link', { name: /^Dirección: / })
    .waitFor();
  await expectAccessible(page);
  await dialog(page).getByLabel('Dirección').fill('Av. Juárez 120, Ciudad de México');
  await inDialog(page, 'Guardar').click();
  await said(page, 'Se guardó la sucursal Sucursal Centro');
  const { items } = await client.get<{ items: { name: string }[] }>('/branches');
  expect(items.map(({ name }) => name)).toEqual(['Sucursal Centro']);

  await button(page, 'Dar de baja').click();
  await expectAccessible(page);
  await inDialog(page, 'Dar de baja').click();
  await said(page, 'Se dio de baja a Óptica Demo');
  await page.getByText(/^Sus personas pueden consultar y descargar sus datos hasta el /).waitFor();
  await expectAccessible(page);
  await expect(registerTicket(stage(), 'No abre')).rejects.toBeInstanceOf(Refusal);

  await button(page, 'Anular la baja').click();
  await inDialog(page, 'Anular la baja').click();
  await said(page, 'Óptica Demo es cliente de nuevo');
  await registerTicket(stage(), 'No abre la caja');
});

it('of a contract that somebody else changes meanwhile both changes stay', async () => {
  const page = await stage().page({ as: 'supervisor', viewport: 'desktop' });
  await arrive(page, '/clientes/optica-vecina');
  const supervisor = await stage().person('supervisor');
  const { contracts } = await supervisor.get<{ contracts: Record<string, unknown>[] }>(
    '/organizations/optica-vecina',
  );
  const { product, startsOn, endsOn } = contracts.find((one) => one['number'] === 'C-1002')!;
  await button(page, 'Cambiar el contrato C-1002').click();
  await dialog(page).getByLabel('Último día').fill('2031-12-31');
  const contract = { product, startsOn, endsOn, plan: 'Plan Oro' };
  await supervisor.put('/organizations/optica-vecina/contracts/C-1002', contract);
  await inDialog(page, 'Guardar').click();
  await dialog(page)
    .getByRole('alert')
    .getByRole('row', { name: /Plan Oro/ })
    .waitFor();
  await expectAccessible(page);
  await inDialog(page, 'Guardar').click();
  await said(page, 'Se guardó el contrato C-1002');
  const after = await supervisor.get<{ contracts: object[] }>('/organizations/optica-vecina');
  expect(after.contracts).toContainEqual(
    expect.objectContaining({ number: 'C-1002', plan: 'Plan Oro', endsOn: '2031-12-31' }),
  );
});
