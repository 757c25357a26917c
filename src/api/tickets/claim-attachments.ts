import {
  claimAttachments,
  findAttachments,
  reserveAttachments,
  type Naming,
} from '../../store/accounts/attachments';
import { findIntakeByCommand } from '../../store/tickets/intakes';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';

/**
 * Ties the files of a registration to its ticket, so that the ticket's people may read them.
 * @throws ApiError unknown_attachment for a file that is not the caller's, or another ticket's
 */
export async function claimFor({ store, clock }: Deps, folio: string, naming: Naming): Promise<void> {
  if (naming.ids.length === 0) return;
  if (!(await claimAttachments(store, { ...naming, folio }, clock()))) throw unknownAttachment();
}

/**
 * Keeps the files for a ticket that is about to be made: who is refused here has registered nothing.
 * @throws ApiError unknown_attachment for a file that is not the caller's, or that another ticket has or is about to
 */
export async function reserveFor({ store, clock }: Deps, naming: Naming): Promise<void> {
  if (naming.ids.length === 0) return;
  if (!(await reserveAttachments(store, naming, clock()))) throw unknownAttachment();
}

/**
 * The same check before a ticket has its folio. A file already tied to the ticket that this very request made, before
 * it was cut off, is fine.
 */
export async function assertClaimable(
  { store }: Deps,
  commandId: string,
  uploaderId: string,
  ids: readonly string[] = [],
): Promise<void> {
  if (ids.length === 0) return;
  const found = await findAttachments(store, ids);
  const own = found.filter((attachment) => attachment.uploaderId === uploaderId);
  if (own.length !== ids.length) throw unknownAttachment();
  const taken = own.filter(({ folio }) => folio !== null);
  if (taken.length === 0) return;
  const before = await findIntakeByCommand(store, commandId);
  if (taken.some(({ folio }) => folio !== before?._id)) throw unknownAttachment();
}

export function unknownAttachment(): ApiError {
  return new ApiError('unknown_attachment', 'attachmentIds');
}
