import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { keyboardOnly } from './support/keyboard';
import { chooseTime, done, step, transfer } from './support/session-console';
import { sessionAskedFor, sessionsInSeconds } from './support/sessions';
import { useStage } from './support/stage';

const stage = useStage();

beforeAll(
  () => sessionsInSeconds(stage(), { step: 10, accessOpens: 60, longest: 60, warnAt: 50, noShow: 5 }),
  60_000,
);

it('a quote, a new one, a transfer with its evidence, a time, another, and a cancellation with its terms', async () => {
  const { folio, id } = await sessionAskedFor(stage(), 'zoom');
  const page = await stage().page({ as: 'supervisor', path: `/consola/sesiones/${id}` });
  const keyboard = keyboardOnly(page);
  await keyboard.press(page.getByRole('button', { name: 'Cotizar', exact: true }));
  const quote = page.getByRole('dialog', { name: 'Cotizar' });
  await expectAccessible(page);
  await keyboard.press(quote.getByRole('button', { name: 'Enviar', exact: true }));
  await page.getByText('$1,160.00 MXN, IVA incluido').waitFor();
  const again = await step(page, 'Enviar otra cotización', 'Cotizar');
  await again.getByLabel(/^Precio en pesos/).fill('580');
  await done(again, 'Enviar');
  await page.getByText('$580.00 MXN, IVA incluido').waitFor();

  await transfer(page, 'SPEI-100');
  await page.getByRole('table', { name: 'Movimientos de dinero' }).getByText('SPEI-100').waitFor();
  await chooseTime(page, 'Elegir horario', 20);
  await chooseTime(page, 'Cambiar horario', 30);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const cancel = await step(page, 'Cancelar sesión');
  await cancel.getByText('Cuando cancela soporte se devuelve todo lo pagado: $580.00 MXN.').waitFor();
  await expectAccessible(page);
  await done(cancel, 'Cancelar sesión');

  // What went in by transfer goes back by hand: the one thing that is left, and who may do it.
  await page.getByText(/Hay una transferencia por devolver/).waitFor();
  const agents = await stage().page({ as: 'agent', path: `/consola/sesiones/${id}` });
  await agents.getByText('Lo registra un supervisor').waitFor();
  await agents.close();
  const refund = page.getByRole('alert').getByRole('button', { name: 'Registrar devolución' });
  await refund.click();
  const dialog = page.getByRole('dialog', { name: 'Registrar devolución' });
  await dialog.getByLabel('Referencia del banco').fill('SPEI-101');
  await done(dialog, 'Guardar');
  await page.getByText(/Hay una transferencia por devolver/).waitFor({ state: 'detached' });

  await page.goto(`/consola/tickets/${folio}`);
  const log = page.getByRole('log');
  await log.getByText('Se devolvieron $580.00 MXN').waitFor();
  expect(await log.getByText(/MXN/).allInnerTexts()).toEqual([
    'Cotización: $1,160.00 MXN, IVA incluido',
    'Nueva cotización: $580.00 MXN, IVA incluido',
    'Pago recibido por transferencia: $580.00 MXN, IVA incluido',
    'Se devolverán $580.00 MXN',
    'Se devolvieron $580.00 MXN',
  ]);
});
