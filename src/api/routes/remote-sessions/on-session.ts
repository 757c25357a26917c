import type { z } from 'zod';
import type { remoteSessionSchema } from '../../../contract/remote-session';
import type { Route } from '../../../contract/route';
import { isStaff } from '../../../domain/access/role';
import {
  findRemoteSession,
  type RemoteSessionDocument,
} from '../../../store/remote-sessions/remote-sessions';
import type { SessionCommandData, SessionCommandName } from '../../../workflows/session-messages';
import type { Deps } from '../../deps';
import type { Authorised, RecordHandler } from '../../handler';
import type { Principal } from '../../principal';
import { findTicket } from '../../tickets/on-ticket';
import { commandSession } from './command';
import { representSession } from './representation';

/** Who may not see the ticket does not see its session either. */
export async function findSession(
  principal: Principal,
  { id }: { id: string },
  deps: Deps,
): Promise<RemoteSessionDocument | null> {
  const record = await findRemoteSession(deps.store, id);
  if (!record || isStaff(principal.role)) return record;
  return (await findTicket(deps, principal, record.folio)) ? record : null;
}

type SessionRoute = Route<
  string,
  z.ZodObject<{ id: z.ZodString }, z.core.$strict>,
  z.ZodObject,
  z.ZodType,
  readonly [{ status: 200; description: string; schema: typeof remoteSessionSchema }]
>;

/** Sends the command that a request means and answers with the session as it stands after it. */
export function sessionCommand<R extends SessionRoute, N extends SessionCommandName>(
  name: N,
  meaning: (
    request: Authorised<R>,
    deps: Deps,
    record: RemoteSessionDocument,
  ) => SessionCommandData[N] | Promise<SessionCommandData[N]>,
): RecordHandler<R> {
  return {
    find: (principal, params, deps) =>
      findSession(principal, { id: String((params as { id: string }).id) }, deps),
    async act(request, deps, record: RemoteSessionDocument) {
      const { commandId, bodyHash } = request;
      // None of these routes is public; a generic route's type can not say so.
      const principal = request.principal as Principal;
      const data = await meaning(request, deps, record);
      const after = await commandSession(deps, {
        sessionId: record._id,
        name,
        data,
        principal,
        commandId,
        bodyHash,
      });
      return { status: 200, body: await representSession(deps, principal, after) } as never;
    },
  };
}
