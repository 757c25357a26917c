import type { Page } from 'playwright-core';
import type { SupportPolicy } from '../../src/domain/policy/support-policy';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { keyboardOnly } from './support/keyboard';
import { payOnPage, sessionAskedFor, stepHeading } from './support/sessions';
import { useStage } from './support/stage';

const stage = useStage();
const ALL_DAY = [{ from: '00:00', to: '24:00' }];

/** From now on times are offered at any hour, and a session that is chosen can be joined at once. */
async function openAtAnyHour(): Promise<void> {
  const admin = await stage().person('admin');
  const weekly = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, ALL_DAY]));
  await admin.put('/calendars/always', {
    timeZone: 'America/Mexico_City',
    weekly,
    holidays: {},
    exceptions: {},
  });
  const policy = await admin.get<SupportPolicy>('/policies/support');
  const remoteSession = {
    ...policy.remoteSession,
    minimumNoticeMinutes: 0,
    bufferMinutes: 0,
    accessOpensMinutes: 1_440,
  };
  await admin.put('/policies/support', { ...policy, calendarId: 'always', remoteSession });
}

/** A session that has been asked for, and its cost given. */
async function quoted(platform: 'zoom' | 'anydesk'): Promise<string> {
  const { id } = await sessionAskedFor(stage(), platform);
  await (await stage().person('agent')).put(`/remote-sessions/${id}/quote`, {});
  return id;
}

async function pay(page: Page, id: string): Promise<void> {
  await payOnPage(page, stage(), id);
  await stepHeading(page, 'Elija el horario');
}

async function chooseTime(page: Page): Promise<void> {
  await page.getByRole('group', { name: /^Hora/ }).getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Confirmar horario' }).click();
}

beforeAll(openAtAnyHour, 60_000);

it('a client pays a session, picks a time, sees the access appear, and the session end', async () => {
  const id = await quoted('zoom');
  const page = await stage().page({ as: 'client', path: `/sesiones/${id}` });
  await stepHeading(page, 'Costo y condiciones');
  await page.getByText('$1,160.00 MXN, IVA incluido').waitFor();
  await page.getByRole('button', { name: 'Aceptar y pagar' }).click();
  await page.getByText('Acepte el costo y las condiciones para continuar.').waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await pay(page, id);
  await page.getByRole('region', { name: 'Recibo de pago' }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await chooseTime(page);
  await stepHeading(page, 'Ya puede entrar');
  const join = page.getByRole('link', { name: 'Entrar a la sesión de Zoom' });
  await join.waitFor();
  expect(await join.getAttribute('href')).toMatch(/^https?:\/\//);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const agent = await stage().person('agent');
  await agent.put(`/remote-sessions/${id}/attendance`, { outcome: 'started' });
  await stepHeading(page, 'Sesión en curso');
  await expectAccessible(page);
  await agent.put(`/remote-sessions/${id}/attendance`, { outcome: 'ended' });
  await stepHeading(page, 'La sesión terminó');
  expect(await join.count()).toBe(0);

  await page.getByRole('button', { name: 'Agregar datos de facturación' }).click();
  await page.getByLabel('RFC').fill('odm010203');
  await page.getByLabel('Nombre o razón social').fill('Óptica Demo, S. A. de C. V.');
  await page.getByLabel('Código postal fiscal').fill('06600');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('alert').getByRole('link', { name: /RFC/ }).waitFor();
  await expectAccessible(page);
  await page.getByLabel('RFC').fill('odm010203ab1');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('ODM010203AB1').waitFor();
});

it('with AnyDesk the client is told what to accept, and cancels by the terms from the keyboard', async () => {
  const id = await quoted('anydesk');
  const page = await stage().page({ as: 'client', viewport: 'desktop', path: `/sesiones/${id}` });
  await pay(page, id);
  await chooseTime(page);
  await page.getByText('El agente de soporte está por darle los datos de conexión.').waitFor();
  const agent = await stage().person('agent');
  await agent.put(`/remote-sessions/${id}/meeting`, { address: '123 456 789', code: 'qx-71' });
  await page.getByText('123 456 789').waitFor();
  await page.getByRole('link', { name: /Descargue AnyDesk/ }).waitFor();
  await expectAccessible(page);

  const keyboard = keyboardOnly(page);
  await keyboard.press(page.getByRole('button', { name: 'Cancelar la sesión' }));
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Si la cancela ahora se le devuelven \$580\.00 MXN/).waitFor();
  await expectAccessible(page);
  await keyboard.press(dialog.getByRole('button', { name: 'Cancelar la sesión' }));
  await stepHeading(page, 'La sesión se canceló');
  await page.getByText('$580.00 MXN').first().waitFor();
});
