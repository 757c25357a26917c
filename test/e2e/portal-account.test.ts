import type { Page } from 'playwright-core';
import { mailedLink } from '../../tools/product/mailed-link';
import { emailOf } from '../../tools/product/sign-in';
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

async function logIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Correo electrónico').fill(email);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.getByRole('button', { name: 'Iniciar sesión' }).click();
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
  await logIn(page, email);
  await page.waitForURL(`${stage().product.url}/`);
  await page.getByRole('link', { name: 'Mis tickets' }).first().waitFor();
});

it('who comes from the help of the product without an account finds it filled in after the first log-in', async () => {
  const email = 'irene@optica-demo.test';
  const path = '/tickets/nuevo?product=e-optics-online&version=2026.11&screen=Ventas%20%3E%20Corte';
  const page = await stage().page({ path });
  await page.getByRole('link', { name: 'Registrarse' }).click();
  await register(page, email, '1001');

  // The mail opens another tab, which knows nothing of the first.
  const other = await page.context().newPage();
  await other.goto(await mailedLink(stage().product, email, '/registro/verificar'));
  await other.getByLabel('Contraseña nueva').fill(PASSWORD);
  await other.getByRole('button', { name: 'Confirmar registro' }).click();
  await other.getByRole('link', { name: 'Iniciar sesión' }).click();
  await logIn(other, email);
  await other.getByLabel('Asunto').fill('El corte no cuadra');
  await other.getByRole('radio', { name: 'Duda o pregunta' }).check();
  await other.getByRole('button', { name: 'Continuar' }).click();
  expect(await other.getByLabel('Pantalla del sistema').inputValue()).toBe('Ventas > Corte');
  expect(await other.getByLabel('Producto').inputValue()).toBe('e-optics-online');

  // Once: the next log-in begins where every log-in does.
  await other.getByRole('button', { name: 'Cerrar sesión' }).click();
  await other.goto(`${stage().product.url}/entrar`);
  await logIn(other, email);
  await other.waitForURL(`${stage().product.url}/`);
});

it('what is kept of where somebody was going leads nobody else there, nowhere else, and not for ever', async () => {
  const day = 24 * 3_600_000;
  const strange = [
    { email: 'otra@optica-demo.test', path: '/tickets/nuevo', at: Date.now() },
    { email: emailOf('client'), path: 'https://otro.test/', at: Date.now() },
    { email: emailOf('client'), path: '//otro.test/', at: Date.now() },
    { email: emailOf('client'), path: '/tickets/nuevo', at: Date.now() - 15 * day },
    { email: emailOf('client'), path: 7, at: 'ayer' },
    'nada',
  ];
  for (const kept of strange) {
    const page = await stage().page({ path: '/entrar' });
    await page.evaluate(`localStorage.setItem('destination', ${JSON.stringify(JSON.stringify(kept))})`);
    await logIn(page, emailOf('client'), stage().product.password);
    await page.waitForURL(`${stage().product.url}/`);
    await page.getByRole('link', { name: 'Mis tickets' }).first().waitFor();
  }
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
