import type { Logger } from 'pino';
import type { Role } from '../../domain/access/role';
import { appendAudit } from '../../store/accounts/audit';
import type { Store } from '../../store/store';

/** An operator looked at what the engine stores of tickets. */
export interface OpenedPayloads {
  userId: string;
  role: Role;
  apiKeyId: string | null;
  folios: string[];
  requestId: string;
  /** Network address of the operator. */
  address: string | null;
}

/** Notes a look; the payloads are shown only once it is done. */
export type NoteOpened = (look: OpenedPayloads) => Promise<void>;

/** Into the audit log and the service's log: who, which tickets, in which request. */
export function noteInAudit({
  store,
  logger,
  clock,
}: {
  store: Store;
  logger: Logger;
  clock: () => Date;
}): NoteOpened {
  return async ({ userId, role, apiKeyId, folios, requestId, address }) => {
    const [only, ...others] = folios;
    const entry = {
      ...{ actorId: userId, actorRole: role, apiKeyId, requestId },
      action: 'decodePayloads',
      targetKind: 'ticket',
      targetId: only !== undefined && others.length === 0 ? only : 'several',
      details: { before: null, after: { folios }, address, userAgent: null },
    };
    await appendAudit(store, entry, clock());
    logger.info({ userId, folios, requestId }, 'payloads of the engine opened');
  };
}
