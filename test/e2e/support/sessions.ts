import type { Page } from 'playwright-core';
import type { RemoteSessionPolicy } from '../../../src/domain/policy/remote-session-policy';
import { addCalendarVersion } from '../../../src/store/accounts/calendars';
import { addPolicyVersion, findPolicy } from '../../../src/store/accounts/policies';
import { openStore } from '../../../src/store/store';
import { ALWAYS_OPEN } from '../../../tools/record-histories/always-open';
import type { Stage } from './stage';

const MINUTE_S = 60;

/** Times of a session in seconds, as the policy's data have them in minutes; no page takes such short ones. */
export interface InSeconds {
  /** Offered times lie this far apart, from now on. */
  step: number;
  accessOpens: number;
  longest: number;
  warnAt: number;
  noShow: number;
}

/** From now on times are offered at any hour, and a whole session passes in seconds. */
export async function sessionsInSeconds({ mongoUri }: Stage, times: InSeconds): Promise<void> {
  const store = await openStore(mongoUri);
  try {
    const policy = await findPolicy(store);
    if (!policy?.remoteSession) throw new Error('The demo data have a policy with paid sessions');
    const by = { now: new Date(), by: null };
    await addCalendarVersion(store, ALWAYS_OPEN.id, ALWAYS_OPEN, by);
    const remoteSession: RemoteSessionPolicy = {
      ...policy.remoteSession,
      minimumNoticeMinutes: 0,
      bufferMinutes: 0,
      horizonDays: 1 / 96,
      slotStepMinutes: times.step / MINUTE_S,
      accessOpensMinutes: times.accessOpens / MINUTE_S,
      warnAtMinutes: times.warnAt / MINUTE_S,
      noShowMinutes: times.noShow / MINUTE_S,
    };
    const remoteSessionMaxMinutes = times.longest / MINUTE_S;
    const next = { ...policy, calendarId: ALWAYS_OPEN.id, remoteSessionMaxMinutes, remoteSession };
    await addPolicyVersion(store, next, by);
  } finally {
    await store.close();
  }
}

export interface AskedSession {
  folio: string;
  id: string;
}

/** A ticket of the demo client, and a session that is asked for. */
export async function sessionAskedFor(stage: Stage, platform: 'zoom' | 'anydesk'): Promise<AskedSession> {
  const client = await stage.person('client');
  const me = await client.get<{ email: string; name: string; phone: string }>('/me');
  const { products } = await client.get<{ products: { id: string; currentVersion: string }[] }>('/catalog');
  const product = products.find(({ id }) => id === 'e-optics-online');
  const { folio } = await client.post<{ folio: string }>('/tickets', {
    subject: 'La impresora de etiquetas no responde',
    description: 'Desde ayer no imprime ninguna etiqueta.',
    type: 'technical_problem',
    incidentAt: new Date(Date.now() - 60_000).toISOString(),
    product: product?.id,
    productVersion: product?.currentVersion,
    contact: { name: me.name, email: me.email, phone: me.phone },
  });
  const { id } = await client.post<{ id: string }>(`/tickets/${folio}/remote-sessions`, {
    platform,
    reason: 'Ver juntos la impresora',
  });
  return { folio, id };
}

/** Accepts the quote that is shown, and pays on the provider's page, which leads back. */
export async function payOnPage(page: Page, { product }: Stage, id: string): Promise<void> {
  await page.getByRole('checkbox', { name: /Acepto el costo/ }).check();
  await page.getByRole('button', { name: 'Aceptar y pagar' }).click();
  await page.getByRole('button', { name: 'Pagar', exact: true }).click();
  await page.waitForURL(`${product.url}/sesiones/${id}**`);
}

/** The panel of the session's page that says where it stands. */
export function stepHeading(page: Page, name: string): Promise<void> {
  return page.getByRole('heading', { name, level: 2 }).waitFor();
}
