import { setTimeout as wait } from 'node:timers/promises';
import { isGrpcServiceError } from '@temporalio/client';
import type { z } from 'zod';
import type { PRIVACY_ROUTES } from '../../../contract/privacy';
import { isStaff } from '../../../domain/access/role';
import type { User } from '../../../store/accounts/users';
import { endPauses } from '../../../store/accounts/login-attempts';
import { findAgent } from '../../../store/desk/agents';
import { beginErasure, completeErasure, findErasure } from '../../../store/erasures/erasures';
import {
  blankSessions,
  dropAnswers,
  dropNotices,
  removeFiles,
  sessionsOf,
  type Beside,
} from '../../../store/erasures/erasures-beside';
import {
  blankPerson,
  dropBelongings,
  findHoldings,
  openAmong,
  setActive,
  type Holdings,
} from '../../../store/erasures/erasures-holdings';
import { blankRecord } from '../../../store/erasures/erasures-records';
import { destroyTicketKey } from '../../../store/tickets/ticket-keys';
import { ticketWorkflowId } from '../../../workflows/messages';
import { ApiError } from '../../problems/api-error';
import type { Deps } from '../../deps';
import { openTickets } from '../../tickets/open-tickets';
import type { Principal } from '../../principal';

type Erasure = z.input<(typeof PRIVACY_ROUTES)[2]['answers'][0]['schema']>;

const ENGINE_DEADLINE_MS = 5_000;
const ENDING_MS = 3_000;
const ENDING_PAUSE_MS = 200;

/**
 * Erases a person (law of 20 March 2025 on the protection of personal data). First every way in, then the records, at last
 * the account, so that an attempt that broke off still finds what is left when it is made again.
 * @throws ApiError `open_tickets` while anything of theirs is open: a running ticket would write it all again
 */
export async function erasePerson(deps: Deps, user: User, by: Principal): Promise<Erasure> {
  const { store, clock } = deps;
  const known = await findErasure(store, user._id);
  if (known?.completedAt) return erasureView(known, known.completedAt);
  const beside = await closeAccount(deps, user);
  await beginErasure(store, { _id: user._id, by: by.userId, requestedAt: clock().toISOString() });
  await dropBelongings(store, beside);
  await dropNotices(store, beside, clock().toISOString());
  for (const folio of beside.own) await blankAndDestroy(deps, folio, user, true);
  for (const folio of beside.others) await blankAndDestroy(deps, folio, user, false);
  const sessionIds = await blankSessions(store, beside);
  await dropAnswers(store, beside);
  await removeFiles(store, beside, sessionIds);
  await endPauses(store, user);
  await blankPerson(store, user, clock());
  const completedAt = clock().toISOString();
  await completeErasure(store, user._id, completedAt);
  const done = await findErasure(store, user._id);
  if (!done) throw new ApiError('service_unavailable');
  return erasureView(done, completedAt);
}

/** Nothing new can come while it is looked whether something is open; if so, the account is as it was. */
async function closeAccount(deps: Deps, user: User): Promise<Beside & Holdings> {
  const { store } = deps;
  await setActive(store, user._id, false);
  try {
    const holdings = await holdingsOf(deps, user);
    const beside = { personId: user._id, email: user.email, ...holdings };
    await assertClosed(deps, beside);
    return beside;
  } catch (error) {
    // What an earlier attempt has begun stays closed.
    if (!(await findErasure(store, user._id))) await setActive(store, user._id, user.active);
    throw error;
  }
}

/** The staff's words belong to the tickets of others; an agent must have passed on what is open. */
async function holdingsOf({ store }: Deps, user: User): Promise<Holdings> {
  if (!isStaff(user.role)) return findHoldings(store, user._id);
  const agent = await findAgent(store, user._id);
  if (agent && agent.folios.length > 0) throw openTickets(agent.folios);
  return { own: [], others: [] };
}

async function assertClosed(deps: Deps, beside: Beside & Holdings): Promise<void> {
  const folios = [...beside.own, ...beside.others];
  const open = await openAmong(deps.store, folios);
  if (open.length > 0) throw openTickets(open);
  const sessions = await deps.store.remoteSessions.distinct('_id', { folio: { $in: folios } });
  const theirs = (await sessionsOf(deps.store, beside)).map(({ _id }) => _id);
  const ids = new Set([...folios.map(ticketWorkflowId), ...sessions, ...theirs]);
  const running = await stillRunning(deps, [...ids]);
  if (running.length > 0) throw openTickets(running);
}

/** What is at rest in the archive ends its execution a moment after: that moment is waited for. */
async function stillRunning(deps: Deps, workflowIds: readonly string[]): Promise<string[]> {
  const until = Date.now() + ENDING_MS;
  for (let running = workflowIds; ; await wait(ENDING_PAUSE_MS)) {
    const open: string[] = [];
    for (const id of running) if (await isRunning(deps, id)) open.push(id);
    if (open.length === 0 || Date.now() > until) return open;
    running = open;
  }
}

/** Asked below the client, which would open the memo: an attempt that broke off may have destroyed the key. */
async function isRunning({ temporal }: Deps, workflowId: string): Promise<boolean> {
  const { namespace } = temporal.options;
  try {
    const { workflowExecutionInfo } = await temporal.withDeadline(Date.now() + ENGINE_DEADLINE_MS, () =>
      temporal.workflowService.describeWorkflowExecution({ namespace, execution: { workflowId } }),
    );
    return !workflowExecutionInfo?.closeTime;
  } catch (error) {
    if (isGrpcServiceError(error) && Number(error.code) === GRPC_NOT_FOUND) return false;
    throw new ApiError('engine_unavailable');
  }
}

const GRPC_NOT_FOUND = 5;

/** Without its key nobody reads what the ticket's executions have left in the engine. */
async function blankAndDestroy(deps: Deps, folio: string, user: User, whole: boolean): Promise<void> {
  await blankRecord(deps.store, folio, { person: { personId: user._id, email: user.email }, whole });
  await destroyTicketKey(deps.store, folio);
  deps.ticketKeys?.forget(folio);
}

function erasureView(
  { _id: personId, requestedAt, records }: NonNullable<Awaited<ReturnType<typeof findErasure>>>,
  completedAt: string,
): Erasure {
  const folios = records.map(({ folio }) => folio).sort();
  return { personId, requestedAt, completedAt, folios, kept: ['money_ledger', 'invoices'] };
}
