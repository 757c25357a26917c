import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '../../contract/problem-code';
import { DomainError } from '../../domain/domain-error';
import { holdAttachments, releaseAttachments } from '../../store/accounts/attachment-holds';
import type { Naming } from '../../store/accounts/attachments';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import { unknownAttachment } from './claim-attachments';

/** After these, too, the command will not be carried out. Whatever else goes wrong leaves open whether it was. */
const FINAL: readonly ProblemCode[] = ['ticket_closed', 'stale_version', 'idempotency_key_reused'];

/**
 * Carries out a command that names files, with the files tied to its ticket, so that whoever sees its event may read
 * them. A command that is refused gives them back: they may be sent again, with another ticket too.
 * @throws ApiError `unknown_attachment` for a file that is not the caller's, or another ticket's; what `command` throws
 */
export async function whileHeld<Done>(
  { store, clock, logger }: Deps,
  folio: string,
  naming: Naming,
  command: () => Promise<Done>,
): Promise<Done> {
  if (naming.ids.length === 0) return command();
  const hold = { ...naming, folio, holder: randomUUID() };
  if (!(await holdAttachments(store, hold, clock()))) throw unknownAttachment();
  try {
    return await command();
  } catch (error) {
    if (isRefusal(error))
      await releaseAttachments(store, hold).catch((failure: unknown) =>
        logger.warn({ err: failure, folio }, 'files of a refused command not given back'),
      );
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof DomainError || (error instanceof ApiError && FINAL.includes(error.code));
}
