import { expectAccessible } from './support/accessible';
import { attach, chooseTime, done, PDF, step, transfer } from './support/session-console';
import { sessionAskedFor, sessionsInSeconds, stepHeading } from './support/sessions';
import { useStage } from './support/stage';

const stage = useStage();

const XML = Buffer.from(
  '<?xml version="1.0" encoding="UTF-8"?>\n<cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4"/>',
);

beforeAll(
  () => sessionsInSeconds(stage(), { step: 10, accessOpens: 60, longest: 60, warnAt: 50, noShow: 5 }),
  60_000,
);

it('AnyDesk data appear on the open page of the client, an absence is recorded, and the invoice reaches them', async () => {
  const { id } = await sessionAskedFor(stage(), 'anydesk');
  const [supervisor, client] = [
    await stage().person('supervisor'),
    await stage().page({ as: 'client', path: `/sesiones/${id}` }),
  ];
  await supervisor.put(`/remote-sessions/${id}/quote`, {});
  const page = await stage().page({ as: 'supervisor', viewport: 'desktop', path: `/consola/sesiones/${id}` });
  await transfer(page, 'SPEI-200');
  await stepHeading(client, 'Elija el horario');
  await chooseTime(page, 'Elegir horario', 1);
  await stepHeading(client, 'Preparamos el acceso a su sesión');

  await page.getByText(/Falta dar el acceso de AnyDesk/).waitFor();
  await page.getByRole('alert').getByRole('button', { name: 'Dar acceso' }).click();
  const access = page.getByRole('dialog', { name: 'Dar acceso' });
  await access.getByLabel('Dirección de AnyDesk').fill('123 456 789');
  await access.getByLabel('Código').fill('qx-71');
  await expectAccessible(page);
  await done(access, 'Guardar');
  await client.getByText('123 456 789').waitFor();
  await stepHeading(client, 'Ya puede entrar');
  await page.getByText(/Falta dar el acceso de AnyDesk/).waitFor({ state: 'detached' });

  // Nobody has come: the step that waits leads to what may be recorded.
  await page.getByText(/Nadie ha registrado qué ocurrió/).waitFor();
  await page.getByRole('link', { name: 'Registrar lo que ocurrió' }).click();
  await page.getByRole('button', { name: 'El cliente no se presentó' }).click();
  await stepHeading(client, 'No se presentó a la sesión');
  expect(await client.getByText('123 456 789').count()).toBe(0);

  await client.getByRole('button', { name: 'Agregar datos de facturación' }).click();
  await client.getByLabel('RFC').fill('odm010203ab1');
  await client.getByLabel('Nombre o razón social').fill('Óptica Demo, S. A. de C. V.');
  await client.getByLabel('Código postal fiscal').fill('06600');
  await client.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('ODM010203AB1').waitFor();
  const invoice = await step(page, 'Adjuntar CFDI');
  await attach(page, invoice.getByRole('button', { name: /^Archivo XML/ }), {
    name: 'factura.xml',
    mimeType: 'application/xml',
    buffer: XML,
  });
  await attach(page, invoice.getByRole('button', { name: /^Archivo PDF/ }), {
    name: 'factura.pdf',
    mimeType: 'application/pdf',
    buffer: PDF,
  });
  await done(invoice, 'Adjuntar CFDI');
  await client
    .getByRole('region', { name: /[Ff]actura/ })
    .getByRole('link')
    .nth(1)
    .waitFor();
  await expectAccessible(client);
  await expectAccessible(page);
});
