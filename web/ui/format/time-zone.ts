let ownZone: string | undefined;

/** The zone of the person in front of the page, asked for once: a page full of dates would ask hundreds of times. */
export function viewerTimeZone(): string {
  return (ownZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Cities whose name in the zone database lacks its accents. */
const CITIES: Readonly<Record<string, string>> = {
  'America/Mexico_City': 'Ciudad de México',
  'America/Cancun': 'Cancún',
  'America/Merida': 'Mérida',
  'America/Mazatlan': 'Mazatlán',
  'America/Ciudad_Juarez': 'Ciudad Juárez',
  'America/Bahia_Banderas': 'Bahía de Banderas',
};

/** "Ciudad de México" for `America/Mexico_City`. */
export function cityOf(timeZone: string): string {
  return CITIES[timeZone] ?? (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
