import { buttonsForm } from './html-page';
import type { Mischief } from './mischief';

/** Where the form is sent. */
export const MISCHIEF_PATH = '/fallas';

const SLOW_MS = 5_000;
const CHOICES = [
  ['ninguna', 'Funcionar bien'],
  ['falla', 'Fallar hasta nuevo aviso'],
  ['pierde', 'Perder la siguiente respuesta'],
  ['lento', `Tardar ${SLOW_MS / 1_000} segundos`],
] as const;

/** Lets whoever tries the service out see what it does when a provider fails. */
export function mischiefForm(mischief: Mischief): string {
  const { failing, losing, delayMs } = mischief;
  const present = [
    ...(failing > 0 ? ['falla en cada llamada'] : []),
    ...(losing > 0 ? ['perderá la siguiente respuesta'] : []),
    ...(delayMs > 0 ? [`tarda ${delayMs / 1_000} segundos`] : []),
  ];
  const now = present.length > 0 ? present.join(', ') : 'funciona bien';
  return `<h2>Fallas</h2><p role="status">Ahora el proveedor ${now}.</p>${buttonsForm(MISCHIEF_PATH, 'falla', CHOICES)}`;
}

/** Does what a button of the form says. */
export function setMischief(mischief: Mischief, body: string): void {
  const wanted = new URLSearchParams(body).get('falla');
  mischief.failing = wanted === 'falla' ? Infinity : 0;
  mischief.losing = wanted === 'pierde' ? 1 : 0;
  mischief.delayMs = wanted === 'lento' ? SLOW_MS : 0;
}
