import { isClientSide, type Actor } from '../actor';
import { DomainError } from '../domain-error';
import type { CommandName, FactData, Intent } from './commands';

/** What the customer's side does on a ticket. Its messages come through the inbox, as the fact `receiveReply`. */
const CLIENT_SIDE: ReadonlySet<CommandName | keyof FactData> = new Set<CommandName | keyof FactData>([
  'correctContact',
  'correctIncident',
  'close',
  'addParticipant',
  'removeParticipant',
  'changeRequester',
  'requestSession',
  'receiveReply',
]);

/**
 * The work of support is support's, by whatever way a command reaches the ticket.
 * @throws DomainError `not_allowed`
 */
export function assertPermitted({ name }: Intent, actor: Actor): void {
  if (isClientSide(actor) && !CLIENT_SIDE.has(name)) throw new DomainError('not_allowed');
}
