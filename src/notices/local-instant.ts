import { epochMs, type Instant } from '../domain/instant';

/** The zone of people who have not said theirs. */
export const DEFAULT_TIME_ZONE = 'America/Mexico_City';

const CITIES: Readonly<Record<string, string>> = {
  'America/Mexico_City': 'Ciudad de México',
  'America/Cancun': 'Cancún',
  'America/Merida': 'Mérida',
  'America/Mazatlan': 'Mazatlán',
  'America/Ciudad_Juarez': 'Ciudad Juárez',
};

/**
 * An instant as people read it: "lunes 30 de noviembre de 2026, 14:05 h (hora de Ciudad de México)". Seconds are cut,
 * so a limit never reads later than it is.
 */
export function localInstant(instant: Instant, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('es-MX', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(epochMs(instant));
  const of = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  const day = `${of('weekday')} ${of('day')} de ${of('month')} de ${of('year')}`;
  return `${day}, ${of('hour')}:${of('minute')} h (hora de ${cityOf(timeZone)})`;
}

function cityOf(timeZone: string): string {
  return CITIES[timeZone] ?? timeZone.split('/').at(-1)!.replaceAll('_', ' ');
}
