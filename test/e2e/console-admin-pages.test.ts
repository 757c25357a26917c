import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible';
import { useStage } from './support/stage';

const stage = useStage();

/** A page whose contents have come. */
async function arrive(page: Page, path: string): Promise<void> {
  await page.goto(`/consola${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

it('every page of administration fits a phone and can be read by everybody', async () => {
  const page = await stage().page({ as: 'admin' });
  const paths = [
    '/personas',
    '/personas/invitaciones',
    '/personas/bitacora',
    '/personas/accesos',
    '/clientes',
  ];
  for (const path of [
    ...paths,
    '/clientes/productos',
    '/calendarios',
    '/politica',
    '/incidentes',
    '/sesiones',
  ]) {
    await arrive(page, path);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
});
