import { randomUUID } from 'node:crypto';
import { DomainError } from '../../../domain/domain-error';
import type { RemoteSessionDocument } from '../../../store/remote-sessions/remote-sessions';
import { dropOffer, offerAccess } from '../../../store/remote-sessions/session-access-offers';
import type { Deps } from '../../deps';
import { commandSession, type SessionCommand } from './command';

/** What lets somebody in: AnyDesk's address and code, or link and password of a meeting. */
export type GivenMeeting = { address: string; code: string } | { link: string; password: string };

/**
 * Gives a session the access that an agent entered. It waits sealed beside the command, which names it; only a command
 * that was carried out makes it the session's own.
 * @throws DomainError when the session refuses: then nothing of it stays
 */
export async function giveMeeting(
  deps: Deps,
  given: GivenMeeting,
  sent: Omit<SessionCommand<'noteMeeting'>, 'name' | 'data'>,
): Promise<RemoteSessionDocument> {
  const { store, sessions, clock } = deps;
  const { sessionId } = sent;
  const offerId = randomUUID();
  const sealed = sessions.vault.seal(JSON.stringify(secretOf(given)), sessionId);
  await offerAccess(store, { id: offerId, sessionId, sealed, now: clock() });
  try {
    const after = await commandSession(deps, { ...sent, name: 'noteMeeting', data: { offerId } });
    // Taken by now, or the command was a repetition whose first sending had an offer of its own.
    await dropOffer(store, offerId);
    return after;
  } catch (error) {
    // Anything else leaves open whether it is still carried out.
    if (error instanceof DomainError) await dropOffer(store, offerId);
    throw error;
  }
}

function secretOf(given: GivenMeeting): { link: string; password: string } {
  if (!('address' in given)) return given;
  return { link: `anydesk:${given.address.replace(/ /g, '')}`, password: given.code };
}
