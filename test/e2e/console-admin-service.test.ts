import { expectAccessible } from './support/accessible';
import { arrive } from './support/arrive';
import { button, dialog, said } from './support/console-places';
import { useStage } from './support/stage';

const stage = useStage();

it('an admin sees what a new policy changes before it is made; the draft outlives a reload', async () => {
  const page = await stage().page({ as: 'admin', viewport: 'desktop', path: '/consola/politica' });
  const hours = page.getByLabel('Horas hábiles de espera antes de cerrar');
  await hours.fill('40');
  await page.reload();
  await page.getByText('Recuperamos lo que había escrito.').waitFor();
  expect(await hours.inputValue()).toBe('40');
  await page.getByLabel('Un usuario, Puede esperar').selectOption('Media');
  await expectAccessible(page);

  await button(page, 'Revisar cambios').click();
  await dialog(page).getByRole('row', { name: 'Horas hábiles de espera antes de cerrar 48 40' }).waitFor();
  expect(await dialog(page).getByRole('row').count()).toBe(3);
  await expectAccessible(page);
  await button(page, 'Guardar versión nueva').click();
  await said(page, 'Se guardó la versión 2');
  await page.getByText('Versión vigente: 2').waitFor();

  const admin = await stage().person('admin');
  expect(await admin.get('/policies/support')).toMatchObject({
    version: 2,
    waitingClientHours: 40,
    priorityMatrix: { one_user: { can_wait: 'medium', inconvenience: 'medium' } },
  });
});

it('an admin gives the address of the official policy, and clients find it where their closing is explained', async () => {
  const page = await stage().page({ as: 'admin', viewport: 'desktop', path: '/consola/politica' });
  const address = page.getByLabel('Liga a la política oficial');
  await address.fill('http://e-optics.test/politica');
  await button(page, 'Revisar cambios').click();
  await button(page, 'Guardar versión nueva').click();
  await dialog(page).getByRole('alert').waitFor();
  await page.keyboard.press('Escape');
  await address.fill('https://e-optics.test/politica');
  await button(page, 'Revisar cambios').click();
  await button(page, 'Guardar versión nueva').click();
  await said(page, 'Se guardó la versión');

  const site = await stage().page({ as: 'client', viewport: 'phone', path: '/ayuda' });
  const link = site.getByRole('link', { name: 'Política oficial de soporte técnico' });
  await link.waitFor();
  expect(await link.getAttribute('href')).toBe('https://e-optics.test/politica');
  await expectAccessible(site);
  for (const path of ['/entrar', '/registro']) {
    const open = await stage().page({ viewport: 'phone', path });
    await open.getByRole('link', { name: 'Política oficial de soporte técnico' }).waitFor();
    await expectAccessible(open);
  }
});

it('an admin begins another calendar and gives it to an agent', async () => {
  const page = await stage().page({ as: 'admin', viewport: 'desktop' });
  await arrive(page, '/calendarios');
  const links = page.getByRole('navigation', { name: 'Calendarios' });
  await links.getByRole('link', { name: 'mx · Ciudad de México · versión' }).waitFor();
  await button(page, 'Comenzar otro calendario').click();
  await dialog(page).getByLabel('Clave').fill('mx');
  await dialog(page).getByRole('button', { name: 'Comenzar' }).click();
  await dialog(page).getByText('Ya hay un calendario con esta clave.').waitFor();
  await dialog(page).getByLabel('Clave').fill('turno-norte');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Comenzar' }).click();
  await said(page, 'Se comenzó el calendario turno-norte');
  await page.getByRole('heading', { level: 1, name: 'Calendario turno-norte' }).waitFor();
  await links.getByRole('link', { name: 'turno-norte · Ciudad de México · versión 1' }).waitFor();

  await arrive(page, '/personas');
  await page
    .getByRole('button', { name: /^Editar/ })
    .first()
    .click();
  await dialog(page).getByLabel('Calendario de trabajo').selectOption('turno-norte');
  await dialog(page).getByRole('button', { name: 'Guardar' }).click();
  await said(page, 'Se guardaron los datos de');
  const admin = await stage().person('admin');
  const { items } = await admin.get<{ items: { workingCalendar: { id: string } | null }[] }>('/agents');
  expect(items.some(({ workingCalendar }) => workingCalendar?.id === 'turno-norte')).toBe(true);
});

it('an admin changes the hours of a day after seeing the next two weeks', async () => {
  const page = await stage().page({ as: 'admin', viewport: 'desktop' });
  await arrive(page, '/calendarios');
  await button(page, 'Agregar horario a Sábado').click();
  await page.getByLabel('Sábado: hasta').fill('13:00');
  await page.getByText('La semana tiene 49 horas hábiles.').waitFor();
  await expectAccessible(page);
  await button(page, 'Guardar versión nueva').click();
  await page.getByText('Versión vigente: 2').waitFor();
  const admin = await stage().person('admin');
  expect(await admin.get('/calendars/mx')).toMatchObject({
    version: 2,
    weekly: { '6': [{ from: '09:00', to: '13:00' }] },
  });
});

it('what another admin saves meanwhile is told, and nothing of what was written is lost', async () => {
  const page = await stage().page({ as: 'admin', viewport: 'desktop', path: '/consola/politica' });
  const hours = page.getByLabel('Horas hábiles de espera antes de cerrar');
  const address = page.getByLabel('Correo de consultoría');
  await hours.fill('36');
  const admin = await stage().person('admin');
  const before = await admin.get<{ version: number }>('/policies/support');
  const consultingEmail = 'otra-consultoria@e-optics.test';
  await admin.put('/policies/support', { ...before, consultingEmail });

  await button(page, 'Revisar cambios').click();
  await button(page, 'Guardar versión nueva').click();
  const notice = page.getByRole('alert').filter({ hasText: 'otra persona guardó la versión' });
  await notice.getByRole('row', { name: new RegExp(consultingEmail) }).waitFor();
  expect(await hours.inputValue()).toBe('36');
  await expectAccessible(page);

  await button(page, 'Continuar con mis cambios').click();
  expect([await hours.inputValue(), await address.inputValue()]).toEqual(['36', consultingEmail]);
  await button(page, 'Revisar cambios').click();
  await button(page, 'Guardar versión nueva').click();
  await said(page, 'Se guardó la versión');
  expect(await admin.get('/policies/support')).toMatchObject({
    version: before.version + 2,
    waitingClientHours: 36,
    consultingEmail,
  });
});
