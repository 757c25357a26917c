import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { button, said } from './support/console-places';
import { useStage } from './support/stage';

const stage = useStage();

async function check(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

it('somebody of the staff corrects their data, and colleagues see the new name', async () => {
  const page = await stage().page({ as: 'agent', viewport: 'desktop', path: '/consola' });
  await page.getByRole('link', { name: /: Mi cuenta$/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Mi cuenta' }).waitFor();
  const name = page.getByLabel('Nombre y apellidos');
  await page.getByText('Agente de soporte', { exact: true }).waitFor();
  expect(await page.getByText('Empresa', { exact: true }).count()).toBe(0);
  await check(page);
  await name.fill('Ana Nombre Nuevo');
  await page.getByLabel('Teléfono').fill('+52 55 5000 2222');
  await button(page, 'Guardar').click();
  await said(page, 'Sus datos quedaron guardados.');
  await page.getByRole('link', { name: 'Ana Nombre Nuevo: Mi cuenta' }).waitFor();
  const supervisor = await stage().person('supervisor');
  const { items } = await supervisor.get<{ items: { name: string }[] }>('/agents');
  expect(items.map((agent) => agent.name)).toContain('Ana Nombre Nuevo');
});

it('they turn two-step verification on, ask for another password and end a log-in from a phone', async () => {
  const { password } = stage().product;
  const elsewhere = await stage().page({ as: 'agent', path: '/consola' });
  const page = await stage().page({ as: 'agent', viewport: 'phone', path: '/consola' });
  await page.getByRole('link', { name: /: Mi cuenta$/ }).click();
  await page.getByRole('link', { name: 'Seguridad' }).click();
  await page.getByText('Esta sesión', { exact: true }).waitFor();
  await check(page);
  const others = page.getByRole('button', { name: /^Cerrar: / });
  for (let left = await others.count(); left > 0; left -= 1) {
    await others.first().click();
    await others.nth(left - 1).waitFor({ state: 'detached' });
  }
  await elsewhere.reload();
  await button(elsewhere, 'Iniciar sesión').waitFor();
  await button(page, 'Enviar la liga').click();
  await page.getByText('Sirve una sola vez, durante 30 minutos.').waitFor();

  await page.getByRole('button', { name: 'Activar', exact: true }).click();
  await page.getByRole('textbox', { name: 'Contraseña' }).fill(password);
  await button(page, 'Continuar').click();
  const secret = await page.getByText(/^[A-Z2-7]{16,}$/).innerText();
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await page.getByLabel('Código de verificación').fill(code);
  await button(page, 'Activar la verificación').click();
  const recovery = page.getByRole('listitem').filter({ hasText: /^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/ });
  await recovery.first().waitFor();
  await check(page);
  await button(page, 'Ya lo guardé').click();
  await page.getByText('Activa', { exact: true }).waitFor();
});

it('they make a key and end it, in English too', async () => {
  const page = await stage().page({
    as: 'agente2@e-optics.test',
    viewport: 'tablet',
    path: '/consola/mi-cuenta/claves',
  });
  await page.getByRole('heading', { level: 1, name: 'Mi cuenta: Claves de API' }).waitFor();
  await page.getByLabel('Nombre de la clave').fill('Tablero');
  await button(page, 'Crear clave').click();
  await page.getByText('Cópiela ahora').waitFor();
  await check(page);
  await button(page, 'Ya lo guardé').click();
  await button(page, 'Cerrar: Tablero').click();
  await page.getByText('Todavía no tiene claves.').waitFor();

  await page.getByRole('link', { name: 'Perfil' }).click();
  await page.getByText('English', { exact: true }).last().click();
  await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
  await page.getByText('Support agent', { exact: true }).waitFor();
});
