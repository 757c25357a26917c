import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { mailedLink } from '../../tools/product/mailed-link';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { keyboardOnly } from './support/keyboard';
import { registerTicket } from './support/register-ticket';
import { useStage } from './support/stage';

const stage = useStage();
const ADMINISTRATOR = 'administrador@optica-demo.test';

async function check(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

it('an account is ended once its tickets have gone, and opened again', async () => {
  const client = await stage().person('client');
  const folio = await registerTicket(stage(), 'Un ticket de quien se va');
  const page = await stage().page({ as: ADMINISTRATOR, viewport: 'tablet', path: '/perfil/colegas' });
  const end = page.getByRole('button', { name: 'Dar de baja: Laura Méndez' });
  await end.click();
  await page.getByRole('main').getByRole('link', { name: folio }).waitFor();
  await check(page);
  await client.put(`/tickets/${folio}/closure`, { reason: 'withdrawn' });
  await end.click();
  await page.getByRole('button', { name: 'Reactivar: Laura Méndez' }).click();
  await end.waitFor();
});

it('contact data are corrected without a pointer, and a draft survives a reload', async () => {
  const page = await stage().page({ as: 'client', path: '/perfil' });
  const phone = page.getByLabel('Teléfono');
  const keyboard = keyboardOnly(page);
  await keyboard.tabTo(phone);
  await phone.fill('55 5000');
  await page.reload();
  expect(await phone.inputValue()).toBe('55 5000');
  await check(page);
  await keyboard.tabTo(phone);
  await phone.fill('no es un teléfono');
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .getByRole('link', { name: /Teléfono/ })
    .waitFor();
  await phone.fill('+52 55 5000 1111');
  await phone.press('Enter');
  await page.getByText('Sus datos quedaron guardados.').waitFor();
  await page.reload();
  await phone.waitFor();
  expect(await phone.inputValue()).toBe('+52 55 5000 1111');
});

it('two-step verification is turned on, and a recovery code opens the next log-in', async () => {
  const { password } = stage().product;
  const page = await stage().page({ as: 'client', path: '/perfil/seguridad' });
  await page.getByText('Esta sesión', { exact: true }).waitFor();
  await check(page);
  await page.getByRole('button', { name: 'Activar', exact: true }).click();
  await page.getByRole('textbox', { name: 'Contraseña' }).fill(password);
  await page.getByRole('button', { name: 'Continuar' }).click();
  await page.getByRole('img', { name: /^Código QR/ }).waitFor();
  await check(page);
  const secret = await page.getByText(/^[A-Z2-7]{16,}$/).innerText();
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await page.getByLabel('Código de verificación').fill(code);
  await page.getByRole('button', { name: 'Activar la verificación' }).click();
  const recovery = page.getByRole('listitem').filter({ hasText: /^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/ });
  await recovery.first().waitFor();
  const spare = await recovery.first().innerText();
  await check(page);
  await page.getByRole('button', { name: 'Ya lo guardé' }).click();
  await page.getByText('Activa', { exact: true }).waitFor();
  expect(await recovery.count()).toBe(0);

  await page.getByRole('button', { name: 'Cerrar sesión' }).click();
  await page.getByLabel('Correo electrónico').fill('cliente@optica-demo.test');
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.getByRole('button', { name: 'Iniciar sesión' }).click();
  await page.getByLabel('Código de verificación').fill(spare);
  await page.getByRole('button', { name: 'Iniciar sesión' }).click();
  await page.waitForURL(`${stage().product.url}/`);
});

it('a key is shown once and ended, and another log-in is ended from here', async () => {
  const page = await stage().page({ as: 'cliente@optica-vecina.test', path: '/perfil/claves' });
  await page.getByLabel('Nombre de la clave').fill('Inventario');
  await page.getByRole('button', { name: 'Crear clave' }).click();
  await page.getByText('Cópiela ahora').waitFor();
  await check(page);
  await page.getByRole('button', { name: 'Ya lo guardé' }).click();
  await page.getByRole('button', { name: 'Cerrar: Inventario' }).click();
  await page.getByText('Todavía no tiene claves.').waitFor();

  const elsewhere = await stage().page({ as: 'cliente@optica-vecina.test' });
  await page.goto('/perfil/seguridad');
  await page.getByRole('button', { name: /^Cerrar: / }).click();
  await page.getByRole('button', { name: /^Cerrar: / }).waitFor({ state: 'detached' });
  await elsewhere.goto('/');
  await elsewhere.getByRole('button', { name: 'Iniciar sesión' }).waitFor();
});

it('the administrator of a company invites a colleague, who takes the invitation by its mail', async () => {
  const email = 'nueva@optica-demo.test';
  const page = await stage().page({ as: ADMINISTRATOR, path: '/perfil/colegas' });
  await page.getByLabel('Nombre y apellidos').fill('Nadia Vega');
  await page.getByLabel('Correo electrónico').fill(email);
  await page.getByRole('button', { name: 'Enviar invitación' }).click();
  await page.getByRole('button', { name: `Retirar: ${email}` }).waitFor();
  await check(page);

  const colleague = await stage().page({ path: await mailedLink(stage().product, email, '/invitacion') });
  await colleague.getByLabel('Contraseña nueva').fill('una frase que solo yo conozco');
  await check(colleague);
  await colleague.getByRole('button', { name: 'Activar cuenta' }).click();
  await colleague.getByRole('heading', { name: 'Su cuenta está lista' }).waitFor();
});
