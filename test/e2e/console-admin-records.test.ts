import { openDesk } from './portal-tickets-desk';
import { expectAccessible } from './support/accessible';
import { arrive } from './support/arrive';
import { button } from './support/console-places';
import { useStage } from './support/stage';

const stage = useStage();

it('a closed ticket is found in the archive by its words and read whole', async () => {
  const desk = await openDesk(stage());
  const folio = await desk.register('El cajón no imprime recibos');
  await desk.attend(folio);
  await desk.solve(folio, 'Se configuró de nuevo la impresora.');
  await desk.client.put(`/tickets/${folio}/closure`, { reason: 'accepted', message: 'Gracias.' });

  const page = await stage().page({ as: 'agent', viewport: 'desktop' });
  await arrive(page, '/archivo');
  await page.getByLabel('Folio o palabras').fill('recibos');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=recibos/);
  await page.getByLabel('Motivo de cierre').selectOption('Aceptado por el cliente');
  await page.getByRole('link', { name: folio }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: folio }).click();
  await page.getByText('Se configuró de nuevo la impresora.').waitFor();
  await expectAccessible(page);
});

it('a session is quoted by support, and a supervisor confirms the transfer with its evidence', async () => {
  const desk = await openDesk(stage());
  const folio = await desk.register('No se instala la impresora');
  await desk.attend(folio);
  const { id } = await desk.client.post<{ id: string }>(`/tickets/${folio}/remote-sessions`, {
    platform: 'anydesk',
    reason: 'Instalar la impresora de recibos.',
  });
  const page = await stage().page({ as: 'supervisor', viewport: 'desktop' });
  await arrive(page, `/sesiones/${id}`);
  await expectAccessible(page);
  await button(page, 'Cotizar').click();
  await page.getByLabel(/^Precio en pesos/).fill('900');
  await button(page, 'Enviar').click();
  await page.getByText('$900.00 MXN, IVA incluido').waitFor();
  await expectAccessible(page);

  await button(page, 'Confirmar transferencia').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Referencia del banco').fill('SPEI 20261124');
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'comprobante.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
  });
  await dialog.getByText('comprobante.pdf está listo.').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Confirmar transferencia' }).click();
  await page.getByText('pagada, falta elegir horario').waitFor();
  await expectAccessible(page);
  expect(await desk.agent.get(`/remote-sessions/${id}`)).toMatchObject({
    state: 'paid',
    payments: [{ method: 'transfer', captured: 90_000 }],
  });
});
