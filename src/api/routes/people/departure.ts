import { isStaff } from '../../../domain/access/role';
import { DomainError } from '../../../domain/domain-error';
import { endSessions } from '../../../store/accounts/sessions';
import type { User } from '../../../store/accounts/users';
import { setAvailable } from '../../../store/desk/agents';
import { findHoldings, openAmong, setActive } from '../../../store/erasures/erasures-holdings';
import type { Store } from '../../../store/store';
import { ApiError } from '../../problems/api-error';
import type { Deps } from '../../deps';
import { commandIdOf } from '../../http/fingerprint';
import { openTickets } from '../../tickets/open-tickets';
import type { Principal } from '../../principal';
import { sendCommand } from '../../tickets/send-command';

interface By {
  principal: Principal;
  commandId: string;
  bodyHash: string;
}

/** What a ticket answers that does not have the person any more, or will not change again. */
const GONE: readonly string[] = ['not_participant', 'ticket_closed', 'not_found'];

/**
 * Ends an account. Closed first, so that nothing new comes while it is looked whether something is open; if so, opened
 * again. From then on the person sees nothing and gets no mail, whatever becomes of what follows.
 * @throws ApiError `open_tickets` with the folios; `engine_unavailable` while the person could not be taken off all of
 *   others' tickets: the account is ended, and asking again finishes it
 */
export async function endAccount(deps: Deps, user: User, by: By): Promise<void> {
  const { store } = deps;
  await setActive(store, user._id, false);
  try {
    const open = await openOf(store, user);
    if (open.length > 0) throw openTickets(open);
  } catch (error) {
    await setActive(store, user._id, user.active);
    throw error;
  }
  await endSessions(store, user._id);
  await leaveTickets(deps, user, by);
}

/** A client's own tickets; what an agent attends. */
async function openOf(store: Store, user: User): Promise<readonly string[]> {
  if (!isStaff(user.role)) return openAmong(store, (await findHoldings(store, user._id)).own);
  // From now on nothing is given to them.
  const agent = await setAvailable(store, user._id, false);
  return agent?.folios ?? [];
}

/** Whoever comes back some day must not find themselves on what was said meanwhile. */
async function leaveTickets(
  deps: Deps,
  { _id: clientId }: User,
  { principal, commandId, bodyHash }: By,
): Promise<void> {
  const folios = await deps.store.tickets.distinct('_id', { participantIds: clientId, closed: false });
  const actor = { id: principal.userId, role: principal.role };
  for (const folio of folios) {
    const sent = { folio, actor, commandId: commandIdOf(commandId, folio), bodyHash };
    try {
      await sendCommand(deps, { ...sent, name: 'removeParticipant', data: { clientId } });
    } catch (error) {
      const code = error instanceof ApiError || error instanceof DomainError ? error.code : null;
      if (code === null || !GONE.includes(code)) throw error;
    }
  }
}
