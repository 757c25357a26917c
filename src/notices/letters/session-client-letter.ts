import type { Letter } from '../letter';
import { localInstant } from '../local-instant';
import type { SessionFacts, SessionMatter } from '../session-letter';
import { toClient } from './parts';

/** A letter to the client's side, with the way to the session in the Sitio de clientes. */
export function clientLetter(
  given: SessionMatter,
  { label = 'Ver la sesión en el Sitio de clientes', ...content }: Parameters<typeof toClient>[1],
): Letter {
  return { ...toClient(given, content), action: { label, url: given.pages.site } };
}

/** An instant in the client's zone; without one, that of the event. */
export function when({ timeZone, event }: SessionFacts, instant: string | undefined): string {
  return localInstant(instant ?? event.at, timeZone);
}
