import type { Page } from 'playwright-core';
import { expectAccessible } from './support/accessible';
import { payOnPage, sessionAskedFor, sessionsInSeconds, stepHeading } from './support/sessions';
import { useStage } from './support/stage';

const stage = useStage();

const SECONDS = { step: 10, accessOpens: 5, longest: 12, warnAt: 6, noShow: 60 };
/** How late the clock of a busy machine may be. */
const LATE_MS = 5_000;

interface SessionRecord {
  slot: { startsAt: string };
  history: { name: string; at: string }[];
}

beforeAll(() => sessionsInSeconds(stage(), SECONDS), 60_000);

function money(page: Page): Promise<string[]> {
  return page.getByRole('log').getByText(/MXN/).allInnerTexts();
}

it('a client pays, picks a time, sees the access appear at its moment and the session end by itself', async () => {
  const { folio, id } = await sessionAskedFor(stage(), 'zoom');
  const agent = await stage().person('agent');
  await agent.put(`/remote-sessions/${id}/quote`, {});

  const page = await stage().page({ as: 'client', path: `/sesiones/${id}` });
  await stepHeading(page, 'Costo y condiciones');
  await payOnPage(page, stage(), id);
  await stepHeading(page, 'Elija el horario');
  // The nearest may begin while one clicks.
  await page.getByRole('group', { name: /^Hora/ }).getByRole('radio').nth(1).check();
  await page.getByRole('button', { name: 'Confirmar horario' }).click();
  await stepHeading(page, 'Su sesión está programada');
  const join = page.getByRole('link', { name: 'Entrar a la sesión de Zoom' });
  expect(await join.count()).toBe(0);

  await stepHeading(page, 'Ya puede entrar');
  await join.waitFor();
  await agent.put(`/remote-sessions/${id}/attendance`, { outcome: 'started' });
  await stepHeading(page, 'Sesión en curso');
  await page.getByText('La sesión está por terminar.').waitFor();
  await stepHeading(page, 'La sesión terminó');
  expect(await join.count()).toBe(0);

  const { slot, history } = await agent.get<SessionRecord>(`/remote-sessions/${id}`);
  const at = (name: string): number => Date.parse(history.find((event) => event.name === name)?.at ?? '');
  const expectAt = (name: string, due: number): void => {
    expect(at(name)).toBeGreaterThanOrEqual(due);
    expect(at(name)).toBeLessThan(due + LATE_MS);
  };
  expectAt('access_opened', Date.parse(slot.startsAt) - SECONDS.accessOpens * 1_000);
  expectAt('warned', at('started') + SECONDS.warnAt * 1_000);
  expectAt('time_up', at('started') + SECONDS.longest * 1_000);

  await page.goto(`/tickets/${folio}`);
  await page.getByRole('log').getByText('Sesión remota 1: terminada').waitFor();
  expect(await money(page)).toEqual([
    'Cotización: $1,160.00 MXN, IVA incluido',
    'Cotización aceptada: $1,160.00 MXN, IVA incluido',
    'Pago recibido con tarjeta: $1,160.00 MXN, IVA incluido',
  ]);
  expect(await page.getByRole('log').getByText(/pi_/).count()).toBe(0);
  await expectAccessible(page);

  const desk = await stage().page({ as: 'agent', viewport: 'desktop', path: `/consola/tickets/${folio}` });
  await desk.getByRole('log').getByText('Sesión remota 1: terminada').waitFor();
  expect(await money(desk)).toEqual(await money(page));
  await desk
    .getByRole('log')
    .getByText(/^Pago pi_/)
    .waitFor();
});
