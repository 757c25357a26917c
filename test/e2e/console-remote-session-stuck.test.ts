import type { Page } from 'playwright-core';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { expectAccessible } from './support/accessible';
import { done } from './support/session-console';
import { sessionAskedFor, sessionsInSeconds, type AskedSession } from './support/sessions';
import { useStage } from './support/stage';

const stage = useStage();

interface Shown {
  state: string;
  checkout: { url: string | null } | null;
  payments: { refunded: number; refundDue: number }[];
}

beforeAll(
  () => sessionsInSeconds(stage(), { step: 10, accessOpens: 60, longest: 60, warnAt: 50, noShow: 50 }),
  60_000,
);

afterEach(() => {
  const { payments, meetings } = stage().product.providers;
  payments.mischief.failing = 0;
  meetings.mischief.failing = 0;
});

async function quoted(): Promise<AskedSession> {
  const asked = await sessionAskedFor(stage(), 'zoom');
  const agent = await stage().person('agent');
  await agent.put(`/remote-sessions/${asked.id}/quote`, {});
  return asked;
}

async function shown({ id }: AskedSession, condition: (session: Shown) => boolean): Promise<Shown> {
  const client = await stage().person('client');
  let last: Shown | undefined;
  await waitUntil(`session ${id}`, 30_000, async () => {
    last = await client.get<Shown>(`/remote-sessions/${id}`);
    return condition(last);
  });
  return last!;
}

async function paid(asked: AskedSession): Promise<void> {
  const client = await stage().person('client');
  await client.post(`/remote-sessions/${asked.id}/checkout`);
  const { checkout } = await shown(asked, (session) => session.checkout?.url != null);
  await stage().product.providers.payments.pay(checkout!.url!.split('/').at(-1)!);
  await shown(asked, ({ state }) => state === 'paid');
}

/** The ticket on which the session's step is stuck, as somebody of support has it open. */
async function ticketOf({ folio }: AskedSession, as: 'agent' | 'supervisor', why: string): Promise<Page> {
  const page = await stage().page({ as, viewport: 'desktop', path: `/consola/tickets/${folio}` });
  await stuck(page, why).waitFor();
  await expectAccessible(page);
  return page;
}

function stuck(page: Page, why: string): ReturnType<Page['getByRole']> {
  return page.getByRole('alert').filter({ hasText: why });
}

it('a payment page that can not be opened is opened by one action on the ticket', async () => {
  const asked = await quoted();
  const { payments } = stage().product.providers;
  payments.mischief.failing = 1_000_000;
  const client = await stage().person('client');
  await client.post(`/remote-sessions/${asked.id}/checkout`);
  const why = 'La página de pago no se pudo abrir';
  const page = await ticketOf(asked, 'agent', why);
  payments.mischief.failing = 0;
  await stuck(page, why).getByRole('button', { name: 'Intentar ahora' }).click();
  await stuck(page, why).waitFor({ state: 'detached' });
  await shown(asked, ({ checkout }) => checkout?.url != null);
});

it('a refund that does not leave is sent by one action on the ticket, and told there', async () => {
  const asked = await quoted();
  await paid(asked);
  const { payments } = stage().product.providers;
  payments.mischief.failing = 1_000_000;
  const client = await stage().person('client');
  await client.delete(`/remote-sessions/${asked.id}`);
  const why = 'El reembolso no se pudo enviar';
  const page = await ticketOf(asked, 'supervisor', why);
  payments.mischief.failing = 0;
  // Its page may not have been shut either: trying again is for all that is stuck.
  await stuck(page, why).getByRole('button', { name: 'Intentar ahora' }).first().click();
  await stuck(page, why).waitFor({ state: 'detached' });
  await page.getByRole('log').getByText('Se devolvieron $1,160.00 MXN').waitFor();
  const { payments: moved } = await shown(asked, ({ state }) => state === 'cancelled');
  expect(moved).toMatchObject([{ refunded: 116_000, refundDue: 0 }]);
});

it('a meeting that can not be made is given by hand on the ticket, and the client enters by it', async () => {
  const asked = await quoted();
  await paid(asked);
  const { meetings } = stage().product.providers;
  meetings.mischief.failing = 1_000_000;
  const client = await stage().person('client');
  const { items } = await client.get<{ items: { startsAt: string }[] }>(`/remote-sessions/${asked.id}/slots`);
  await client.put(`/remote-sessions/${asked.id}/slot`, { startsAt: items[2]!.startsAt });
  const why = 'La reunión no se pudo crear';
  const page = await ticketOf(asked, 'agent', why);
  // A second round that fails: now it is in a person's hands.
  await stuck(page, why).getByRole('button', { name: 'Intentar ahora' }).click();
  await stuck(page, why).getByRole('button', { name: 'Dar acceso' }).click();
  const access = page.getByRole('dialog', { name: 'Dar acceso' });
  await access.getByLabel('Liga de la reunión').fill('https://reunion.test/j/81');
  await access.getByLabel('Contraseña').fill('clave-81');
  await done(access, 'Guardar');
  await stuck(page, why).waitFor({ state: 'detached' });
  const site = await stage().page({ as: 'client', path: `/sesiones/${asked.id}` });
  await site.locator('a[href="https://reunion.test/j/81"]').waitFor();
});
