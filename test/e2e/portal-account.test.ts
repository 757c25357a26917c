import type { Page } from 'playwright-core';
import { mailedLink } from '../../tools/product/mailed-link';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { keyboardOnly } from './support/keyboard';
import { useStage } from './support/stage';

const stage = useStage();
const PASSWORD = 'una frase que solo yo conozco';

async function register(page: Page, email: string, customerNumber: string): Promise<void> {
  await page.getByLabel('Nombre y apellidos').fill('Elena Robles');
  await page.getByLabel('Correo electrónico').fill(email);
  await page.getByLabel('Teléfono').fill('+52 55 5000 3001');
  await page.getByLabel('Empresa').fill('Óptica Demo');
  await page.getByLabel('Número de cliente').fill(customerNumber);
  await page.getByRole('button', { name: 'Registrarse' }).click();
  await page.getByRole('heading', { name: 'Revise su correo' }).waitFor();
}

it('somebody registers on a phone, confirms the address by the mail, and logs in', async () => {
  const email = 'elena@optica-demo.test';
  const page = await stage().page({ path: '/entrar' });
  await page.getByRole('link', { name: 'Registrarse' }).click();
  await page.getByRole('heading', { name: 'Registro' }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await register(page, email, '1001');
  await expectAccessible(page);

  await page.goto(await mailedLink(stage().product, email, '/registro/verificar'));
  await page.getByLabel('Contraseña nueva').fill('corta');
  await page.getByRole('button', { name: 'Confirmar registro' }).click();
  await page.getByRole('alert').getByText('Escriba al menos 12 caracteres').waitFor();
  await expectAccessible(page);
  await page.getByLabel('Contraseña nueva').fill(PASSWORD);
  await page.getByRole('button', { name: 'Confirmar registro' }).click();
  await page.getByRole('heading', { name: 'Su cuenta está lista' }).waitFor();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Iniciar sesión' }).click();
  await page.getByLabel('Correo electrónico').fill(email);
  await page.locator('input[autocomplete="current-password"]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Iniciar sesión' }).click();
  await page.waitForURL(`${stage().product.url}/`);
  await page.getByRole('link', { name: 'Mis tickets' }).first().waitFor();
});

it('who is no known customer is told to wait for approval; what was typed survives a reload', async () => {
  const email = 'elena@optica-nueva.test';
  const page = await stage().page({ path: '/registro' });
  await page.getByLabel('Nombre y apellidos').fill('Elena Robles');
  await page.reload();
  expect(await page.getByLabel('Nombre y apellidos').inputValue()).toBe('Elena Robles');
  await register(page, email, 'NO-HAY');
  const link = await mailedLink(stage().product, email, '/registro/verificar');
  await page.goto(link);
  await page.getByLabel('Contraseña nueva').fill(PASSWORD);
  await page.getByRole('button', { name: 'Confirmar registro' }).click();
  await page.getByRole('heading', { name: 'Su registro espera aprobación' }).waitFor();
  await expectAccessible(page);

  // The link has done its work.
  const again = await stage().page({ path: link.slice(stage().product.url.length) });
  await again.getByLabel('Contraseña nueva').fill(PASSWORD);
  await again.getByRole('button', { name: 'Confirmar registro' }).click();
  await again.getByRole('heading', { name: 'Esta liga ya no sirve' }).waitFor();
  await expectAccessible(again);
});

it('a wrong field is told by name, and a forgotten password is replaced without a pointer', async () => {
  const email = 'cliente@optica-vecina.test';
  const page = await stage().page({ viewport: 'tablet', path: '/registro' });
  await page.getByRole('button', { name: 'Registrarse' }).click();
  await page.getByRole('alert').getByText('Revise 4 datos antes de continuar').waitFor();
  await expectAccessible(page);

  await page.goto('/contrasena');
  const keyboard = keyboardOnly(page);
  await keyboard.write(page.getByLabel('Correo electrónico'), email);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Revise su correo' }).waitFor();

  await page.goto(await mailedLink(stage().product, email, '/contrasena/nueva'));
  await expectAccessible(page);
  await keyboard.write(page.getByLabel('Contraseña nueva'), PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Contraseña cambiada' }).waitFor();
  await keyboard.press(page.getByRole('link', { name: 'Iniciar sesión' }));
  await keyboard.write(page.getByLabel('Correo electrónico'), email);
  await keyboard.write(page.locator('input[autocomplete="current-password"]'), PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${stage().product.url}/`);
});
