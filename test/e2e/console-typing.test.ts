import type { Locator, Page } from 'playwright-core';
import { typeHurriedly } from './support/hurried';
import { registerTicket } from './support/register-ticket';
import { useStage } from './support/stage';

const stage = useStage();

const composer = (page: Page): Locator => page.getByRole('region', { name: 'Escribir en el ticket' });
const textField = (page: Page): Locator => composer(page).getByRole('textbox').first();

async function openTicket(subject: string, viewport: 'desktop' | 'tablet' = 'desktop'): Promise<Page> {
  const folio = await registerTicket(stage(), subject);
  const page = await stage().page({ as: 'agent', viewport, path: `/consola/tickets/${folio}` });
  await page.getByRole('heading', { level: 1, name: subject }).waitFor();
  await textField(page).waitFor();
  return page;
}

it('a dialog takes what is typed right after its key', async () => {
  const page = await openTicket('Se duplica el recibo');
  await typeHurriedly(page, [{ key: 'f' }, { text: 'El recibo sale dos veces.' }]);
  expect(await page.getByLabel('1. Naturaleza del problema').inputValue()).toBe('El recibo sale dos veces.');
});

it('the palette takes what is typed right after its key, and its action what is typed after that', async () => {
  const page = await openTicket('Se traba la caja');
  await typeHurriedly(page, [
    { key: 'k', ctrl: true },
    { text: 'nota interna' },
    { key: 'Enter' },
    { text: 'Llamar a las nueve.' },
  ]);
  expect(await page.getByRole('textbox', { name: 'Nota interna' }).inputValue()).toBe('Llamar a las nueve.');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

it('the palette gives the text that was being written back when it is closed', async () => {
  const page = await openTicket('Se apaga la terminal');
  await textField(page).pressSequentially('Buen');
  await typeHurriedly(page, [
    { key: 'k', ctrl: true },
    { text: 'cualquiera' },
    { key: 'Escape' },
    { text: ' día.' },
  ]);
  expect(await textField(page).inputValue()).toBe('Buen día.');
});

it('where the context stands in place of the conversation, a text begins right after its key', async () => {
  const page = await openTicket('Se borra el precio', 'tablet');
  await page.getByText('Contexto', { exact: true }).click();
  await typeHurriedly(page, [{ key: 'r' }, { text: 'Buenas tardes.' }]);
  expect(await textField(page).inputValue()).toBe('Buenas tardes.');
});

it('one writes on behind a canned reply of the menu', async () => {
  const page = await openTicket('Se repite el folio');
  await page.getByRole('button', { name: 'Respuestas predefinidas' }).click();
  await page.getByRole('menuitem', { name: 'Solución propuesta' }).click();
  await typeHurriedly(page, [{ text: ' Gracias.' }]);
  expect(await textField(page).inputValue()).toMatch(/100\d+[\s\S]* Gracias\.$/);
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await typeHurriedly(page, [{ text: ' Saludos.' }]);
  expect(await textField(page).inputValue()).toMatch(/ Gracias\. Saludos\.$/);
});

it('what is typed after sending is taken for no key, and is the next text once the first has arrived', async () => {
  const page = await openTicket('Se pierde el pedido');
  await page.keyboard.press('r');
  await page.keyboard.type('Lo buscamos.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('status').getByText('Se enviará la respuesta al cliente').waitFor();
  await page.keyboard.type('tac');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await textField(page).inputValue()).toBe('Lo buscamos.');

  await page.getByRole('log').getByText('Lo buscamos.').waitFor();
  await page.waitForFunction(`document.activeElement.value === ''`);
  await page.keyboard.type('Ya lo encontramos.');
  expect(await textField(page).inputValue()).toBe('Ya lo encontramos.');
  await page.getByText('Sin asignar', { exact: true }).last().waitFor();

  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: /^Asignar/ }).waitFor();
});

it('what is typed while the list is being searched stays in the field', async () => {
  await registerTicket(stage(), 'Pantalla azul');
  const page = await stage().page({ as: 'agent', viewport: 'desktop', path: '/consola/' });
  const field = page.getByRole('searchbox', { name: 'Buscar por folio, asunto o cliente' });
  await field.fill('pan');
  // The next letter comes while the page is on its way to the address with the first ones.
  await page.evaluate(`(() => {
    const { replaceState } = history;
    window.shown = [];
    history.replaceState = (...given) => {
      history.replaceState = replaceState;
      replaceState.apply(history, given);
      document.querySelector('input[type=search]').focus();
      document.execCommand('insertText', false, 't');
      const note = () => {
        window.shown.push(document.querySelector('input[type=search]').value);
        if (!location.search.includes('pant')) requestAnimationFrame(note);
      };
      note();
    };
  })()`);
  await page.waitForURL(/q=pant/);
  expect(new Set(await page.evaluate<string[]>('window.shown'))).toEqual(new Set(['pant']));
  await page.getByRole('link', { name: /Pantalla azul/ }).waitFor();
});
