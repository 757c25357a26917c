import type { Page } from 'playwright-core';
import { registerTicket } from './support/register-ticket';
import { useStage } from './support/stage';

const stage = useStage();

const SLOW_MS = 2_000;

/** From now on every answer of the service takes its time. */
async function slowDown(page: Page): Promise<void> {
  await page.route('**/api/v1/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    // The page may have gone on to something else meanwhile.
    await route.continue().catch(() => undefined);
  });
}

async function took(act: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

it('going through the list and writing wait for no answer', async () => {
  const folios: string[] = [];
  for (const subject of ['Primero de la fila', 'Segundo de la fila', 'Tercero de la fila'])
    folios.push(await registerTicket(stage(), subject));
  const page = await stage().page({ as: 'agent', viewport: 'desktop', path: '/consola/?q=fila' });
  const list = page.getByRole('region', { name: 'Lista de tickets' });
  await list.getByRole('link', { name: /Tercero de la fila/ }).waitFor();
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  const ahead = page.waitForResponse((answer) => answer.url().includes(`/tickets/${folios[1]}/events`));
  await page.keyboard.press('j');
  await heading('Primero de la fila').waitFor();
  await ahead;
  await slowDown(page);

  const next = await took(async () => {
    await page.keyboard.press('j');
    await heading('Segundo de la fila').waitFor();
    await page.getByRole('log').getByText('Ocurre desde la mañana').waitFor();
  });
  const write = await took(async () => {
    await page.keyboard.press('r');
    await page.keyboard.type('Buen día');
    await page.waitForFunction(`document.activeElement.value === 'Buen día'`);
  });
  const click = await took(async () => {
    await list.getByRole('link', { name: /Tercero de la fila/ }).click();
    await heading('Tercero de la fila').waitFor();
  });
  for (const ms of [next, write, click]) expect(ms).toBeLessThan(SLOW_MS * 0.75);
  await page.unrouteAll({ behavior: 'wait' });
});
