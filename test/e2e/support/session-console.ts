import type { Locator, Page } from 'playwright-core';
import { expectAccessible } from './accessible';

export const PDF = Buffer.from('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<<>>\nendobj\n%%EOF', 'latin1');

/** Opens a step's dialog from the page. */
export async function step(page: Page, name: string, title = name): Promise<Locator> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  return dialog;
}

/** Sends it, and waits until it was taken. */
export async function done(dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

export async function attach(
  page: Page,
  field: Locator,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await field.click();
  await (await chooser).setFiles(file);
  await page.getByText(`${file.name} está listo.`).waitFor();
}

/** Confirms by hand that the money came, with its evidence. */
export async function transfer(page: Page, reference: string): Promise<void> {
  const dialog = await step(page, 'Confirmar transferencia');
  await dialog.getByLabel('Referencia del banco').fill(reference);
  await attach(page, dialog.getByRole('button', { name: /^Comprobante/ }), {
    name: 'comprobante.pdf',
    mimeType: 'application/pdf',
    buffer: PDF,
  });
  await expectAccessible(page);
  await done(dialog, 'Confirmar transferencia');
}

/** Takes one of the free times for the client. */
export async function chooseTime(
  page: Page,
  button: 'Elegir horario' | 'Cambiar horario',
  nth: number,
): Promise<void> {
  const dialog = await step(page, button);
  await dialog.getByRole('combobox', { name: 'Horario' }).click();
  await page.getByRole('option').nth(nth).click();
  await done(dialog, 'Guardar');
}
