import type { RunningProduct } from '../product/run-product';
import { attend, register } from '../seed/ticket-steps';
import { waitUntil } from '../toolchain/wait-until';
import type { Person } from '../tour/person';
import { underPolicy } from './under-policy';

/** Where a paid session can stand, each with a picture of its own in both applications. */
export const SHOWN_STATES = [
  'pedida',
  'cotizada',
  'cotizacion-vencida',
  'por-pagar',
  'por-elegir',
  'programada',
  'acceso',
  'en-curso',
  'terminada',
  'cancelada',
  'detenida',
] as const;
type ShownState = (typeof SHOWN_STATES)[number];

/** Ids of the sessions. */
export type GallerySessions = Readonly<Record<ShownState, string>>;

interface Desk {
  readonly client: Person;
  readonly agent: Person;
  readonly product: RunningProduct;
}

interface Shown {
  state: string;
  checkout: { url: string | null } | null;
  payments: { refunded: number }[];
}

const WAIT_MS = 60_000;
const LAPSES_AFTER_HOURS = 1 / 3_600;

/** One session in each state, made as people make them; only their policy lets them be joined, or lapse, at once. */
export async function seedSessions(desk: Desk, mongoUri: string): Promise<GallerySessions> {
  const usual = {
    pedida: await ask(desk, 'La impresora de etiquetas dejó de responder'),
    cotizada: await quoted(desk, 'La terminal de cobro no se enlaza'),
    'por-pagar': await toPay(desk, 'El lector de huella no registra la entrada'),
    'por-elegir': await paid(desk, 'La báscula del laboratorio no manda su lectura'),
    programada: await booked(desk, 'Revisar el respaldo de la sucursal'),
    cancelada: await cancelled(desk, 'Cambiar el formato de la receta'),
  };
  const lapsed = await underPolicy(
    mongoUri,
    (session) => ({ ...session, quoteValidHours: LAPSES_AFTER_HOURS }),
    async () => ({ 'cotizacion-vencida': await lapsedQuote(desk, 'Instalar el certificado de facturación') }),
  );
  const atOnce = await underPolicy(mongoUri, atAnyHour, async () => ({
    acceso: await booked(desk, 'La cámara del lensómetro sale en negro'),
    'en-curso': await held(desk, 'started', 'Configurar la computadora nueva'),
    terminada: await held(desk, 'ended', 'El cajón de dinero no abre'),
    // Last: no meeting can be made from now on.
    detenida: await stuck(desk, 'Mover los datos a otra caja'),
  }));
  return { ...usual, ...lapsed, ...atOnce };
}

function atAnyHour<T extends object>(session: T): T {
  return { ...session, minimumNoticeMinutes: 0, bufferMinutes: 0, accessOpensMinutes: 1_440 };
}

async function ask({ client, agent }: Desk, subject: string): Promise<string> {
  const folio = await register(client, {
    type: 'technical_problem',
    subject,
    description: `${subject}. Quisiera revisarlo junto con ustedes.`,
  });
  await attend(agent, folio, {
    rating: ['one_user', 'degraded'],
    nature: 'Se ve mejor en la computadora del cliente.',
    message: 'Podemos verlo juntos en una sesión remota; le envío el costo y las condiciones.',
  });
  const { id } = await client.post<{ id: string }>(`/tickets/${folio}/remote-sessions`, {
    platform: 'zoom',
    reason: 'Revisarlo juntos en la computadora de la sucursal.',
  });
  return id;
}

async function quoted(desk: Desk, subject: string): Promise<string> {
  const id = await ask(desk, subject);
  await desk.agent.put(`/remote-sessions/${id}/quote`, {});
  return id;
}

async function lapsedQuote(desk: Desk, subject: string): Promise<string> {
  const id = await quoted(desk, subject);
  await until(desk, id, ({ state }) => state === 'expired');
  return id;
}

async function toPay(desk: Desk, subject: string): Promise<string> {
  const id = await quoted(desk, subject);
  await desk.client.post(`/remote-sessions/${id}/checkout`);
  await until(desk, id, ({ checkout }) => typeof checkout?.url === 'string');
  return id;
}

async function paid(desk: Desk, subject: string): Promise<string> {
  const id = await toPay(desk, subject);
  const { checkout } = await shown(desk, id);
  await desk.product.providers.payments.pay(checkout?.url?.split('/').at(-1) ?? '');
  await until(desk, id, ({ state }) => state === 'paid');
  return id;
}

async function booked(desk: Desk, subject: string): Promise<string> {
  const id = await paid(desk, subject);
  const { items } = await desk.client.get<{ items: { startsAt: string }[] }>(`/remote-sessions/${id}/slots`);
  await desk.client.put(`/remote-sessions/${id}/slot`, { startsAt: items[0]?.startsAt });
  await until(desk, id, ({ state }) => state === 'scheduled');
  return id;
}

async function held(desk: Desk, outcome: 'started' | 'ended', subject: string): Promise<string> {
  const id = await booked(desk, subject);
  await desk.agent.put(`/remote-sessions/${id}/attendance`, { outcome: 'started' });
  if (outcome === 'ended') await desk.agent.put(`/remote-sessions/${id}/attendance`, { outcome });
  return id;
}

async function cancelled(desk: Desk, subject: string): Promise<string> {
  const id = await paid(desk, subject);
  await desk.client.delete(`/remote-sessions/${id}`);
  await until(desk, id, ({ payments }) => payments.some(({ refunded }) => refunded > 0));
  return id;
}

/** Its time has come, and the provider of meetings is away and stays so. */
async function stuck(desk: Desk, subject: string): Promise<string> {
  desk.product.providers.meetings.mischief.failing = Infinity;
  return booked(desk, subject);
}

function shown({ client }: Desk, id: string): Promise<Shown> {
  return client.get<Shown>(`/remote-sessions/${id}`);
}

async function until(desk: Desk, id: string, holds: (session: Shown) => boolean): Promise<void> {
  await waitUntil(`session ${id}`, WAIT_MS, async () => holds(await shown(desk, id)));
}
