import type { z } from 'zod';
import type { registrationBody } from '../../contract/ticket-input';
import { may } from '../../domain/access/permissions';
import { isStaff } from '../../domain/access/role';
import { findOrganization } from '../../store/accounts/organizations';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import { findClient } from './find-client';
import { findTicket } from './on-ticket';
import type { Principal } from '../principal';
import type { TicketRequest } from './accept-ticket';

interface Registering {
  readonly principal: Principal;
  readonly body: z.output<typeof registrationBody>;
  readonly commandId: string;
  readonly bodyHash: string;
}

/**
 * Who asks for what: a client for themselves, somebody of support for a client and with a reason.
 * @throws ApiError forbidden, on_behalf_required, customer_left, unknown_branch, unknown_client, unknown_ticket or other_organization
 */
export async function registrationRequest(
  { principal, body, commandId, bodyHash }: Registering,
  deps: Deps,
): Promise<TicketRequest> {
  const { onBehalfOf, onBehalfReason, follows, branchId = null, attachmentIds = [], ...words } = body;
  const requester = await requesterOf(deps, principal, { onBehalfOf, onBehalfReason });
  await assertMayFollow(deps, principal, requester.organizationId, follows);
  await assertBranch(deps, requester.organizationId, branchId);
  return {
    ...words,
    ...requester,
    branchId,
    attachmentIds,
    follows: follows ?? null,
    onBehalfReason: onBehalfReason ?? null,
    actor: { id: principal.userId, role: principal.role },
    commandId,
    bodyHash,
  };
}

async function requesterOf(
  deps: Deps,
  { userId, role, organizationId }: Principal,
  { onBehalfOf, onBehalfReason }: Pick<Registering['body'], 'onBehalfOf' | 'onBehalfReason'>,
): Promise<Pick<TicketRequest, 'requesterId' | 'organizationId'>> {
  if (!isStaff(role)) {
    if (onBehalfOf !== undefined || onBehalfReason !== undefined) throw new ApiError('forbidden');
    if (organizationId === null) throw new ApiError('forbidden');
    return { requesterId: userId, organizationId };
  }
  if (!may(role, 'ticket.register_on_behalf')) throw new ApiError('forbidden');
  if (onBehalfOf === undefined) throw new ApiError('on_behalf_required', 'onBehalfOf');
  if (onBehalfReason === undefined) throw new ApiError('on_behalf_required', 'onBehalfReason');
  const client = await findClient(deps, onBehalfOf, null, 'onBehalfOf');
  if (client.departedAt) throw new ApiError('customer_left', 'onBehalfOf');
  return { requesterId: client._id, organizationId: client.organizationId };
}

async function assertBranch({ store }: Deps, organizationId: string, branchId: string | null): Promise<void> {
  if (branchId === null) return;
  const organization = await findOrganization(store, organizationId);
  if (!organization?.branches.some(({ id }) => id === branchId)) {
    throw new ApiError('unknown_branch', 'branchId');
  }
}

async function assertMayFollow(
  deps: Deps,
  principal: Principal,
  organizationId: string,
  follows: string | undefined,
): Promise<void> {
  if (follows === undefined) return;
  const before = await findTicket(deps, principal, follows);
  if (!before) throw new ApiError('unknown_ticket', 'follows');
  if (before.ticket.organizationId !== organizationId) throw new ApiError('other_organization', 'follows');
}
