import { Secret, TOTP } from 'otpauth';
import { expectAccessible } from './support/accessible';
import { useStage } from './support/stage';

const stage = useStage();
const EMAIL = 'jefa@e-optics.test';
const PASSWORD = 'una frase que solo yo conozco';

it('an invited supervisor turns on two-step verification first, and comes to the console once the codes are seen', async () => {
  const { mails, url } = stage().product;
  const mailed = new Promise<string>((resolve) => {
    const end = mails.onMail(({ to, parsed }) => {
      const link = new RegExp(`${url}(/invitacion#token=\\S+)`).exec(parsed.text ?? '')?.[1];
      if (!to.includes(EMAIL) || link === undefined) return;
      end();
      resolve(link);
    });
  });
  const admin = await stage().person('admin');
  await admin.post('/invitations', { email: EMAIL, name: 'Julia Peña', role: 'supervisor' });

  const page = await stage().page({ path: await mailed });
  await page.getByLabel('Contraseña nueva').fill(PASSWORD);
  await page.getByRole('button', { name: 'Activar cuenta' }).click();
  await page.getByRole('heading', { name: 'Su cuenta está lista' }).waitFor();

  await page.goto('/consola/entrar');
  await page.getByLabel('Correo electrónico').fill(EMAIL);
  await page.locator('input[autocomplete="current-password"]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Iniciar sesión' }).click();
  await page.getByRole('heading', { name: 'Verificación en dos pasos' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Activar', exact: true }).click();
  await page.getByRole('textbox', { name: 'Contraseña' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Continuar' }).click();
  const secret = await page.getByText(/^[A-Z2-7]{16,}$/).innerText();
  await page
    .getByLabel('Código de verificación')
    .fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await page.getByRole('button', { name: 'Activar la verificación' }).click();
  await page.getByText('Sus códigos de recuperación').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ya lo guardé' }).click();
  await page.getByRole('heading', { name: 'Tickets' }).waitFor();
  await page.getByRole('button', { name: 'Menú: Tickets' }).click();
  await page.getByRole('link', { name: 'Reportes' }).waitFor();
});
