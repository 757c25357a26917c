import type { Page } from 'playwright-core';
import { emailOf } from '../../tools/product/sign-in';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { keyboardOnly } from './support/keyboard';
import { useStage } from './support/stage';

const stage = useStage();

/** As a password manager finds them. */
function form(page: Page) {
  return {
    email: page.locator('input[autocomplete="username"]'),
    password: page.locator('input[autocomplete="current-password"]'),
    send: page.locator('form button[type="submit"]'),
  };
}

async function logIn(page: Page, email: string, password: string): Promise<void> {
  const { email: name, password: secret, send } = form(page);
  await name.fill(email);
  await secret.fill(password);
  await send.click();
}

it('a client logs in on a phone and lands on the Sitio de clientes', async () => {
  const page = await stage().page({ path: '/entrar' });
  await form(page).email.waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await logIn(page, emailOf('client'), stage().product.password);
  await page.waitForURL(`${stage().product.url}/`);
  await page.getByRole('link', { name: 'Mis tickets' }).first().waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

it('an agent logs in at the console', async () => {
  const page = await stage().page({ viewport: 'desktop', path: '/consola/entrar' });
  await logIn(page, emailOf('agent'), stage().product.password);
  await page.waitForURL((url) => /^\/consola\/?$/.test(url.pathname));
  await page.getByRole('navigation').first().waitFor();
  await expectAccessible(page);
});

it('the log-in needs no pointer', async () => {
  const page = await stage().page({ viewport: 'tablet', path: '/entrar' });
  const { email, password } = form(page);
  const keyboard = keyboardOnly(page);
  await keyboard.write(email, emailOf('client'));
  await keyboard.write(password, stage().product.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${stage().product.url}/`);
});

it('a wrong password is told in a sentence', async () => {
  const page = await stage().page({ path: '/entrar' });
  await logIn(page, emailOf('client'), 'no es la contraseña');
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(/contraseña.*\./s);
  expect(new URL(page.url()).pathname).toBe('/entrar');
  await expectAccessible(page);
});

it('somebody who is not logged in is asked to', async () => {
  const page = await stage().page({ path: '/' });
  await form(page).email.waitFor();
});

it('who comes from the help of the product logs in on the way, and finds where they were filled in', async () => {
  const path = '/tickets/nuevo?product=e-optics-online&version=2026.11&screen=Ventas%20%3E%20Corte';
  const page = await stage().page({ path });
  await logIn(page, emailOf('client'), stage().product.password);
  await page.getByLabel('Asunto').fill('El corte no cuadra');
  await page.getByRole('radio', { name: 'Duda o pregunta' }).check();
  await page.getByRole('button', { name: 'Continuar' }).click();
  expect(await page.getByLabel('Pantalla del sistema').inputValue()).toBe('Ventas > Corte');
  expect(await page.getByRole('radio', { name: 'La actual: 2026.11' }).isChecked()).toBe(true);
  expect(await page.getByLabel('Producto').inputValue()).toBe('e-optics-online');
});

it('a script or style that somebody smuggled into a page does nothing', async () => {
  const page = await stage().page({ path: '/entrar' });
  await form(page).email.waitFor();
  stage().errors.expect(/Content Security Policy/);
  const taken = await page.evaluate(`(() => {
    const script = document.createElement('script');
    script.textContent = 'window.smuggled = true';
    const style = document.createElement('style');
    style.textContent = 'body { visibility: hidden }';
    document.body.append(script, style);
    return { script: window.smuggled === true, style: getComputedStyle(document.body).visibility === 'hidden' };
  })()`);
  expect(taken).toEqual({ script: false, style: false });
});
