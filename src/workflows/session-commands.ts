import type { UpdateDefinition } from '@temporalio/common';
import { CancellationScope, patched, setHandler } from '@temporalio/workflow';
import { DomainError } from '../domain/domain-error';
import { decideSession } from '../domain/session/decide';
import { refundByHand } from '../domain/session/duties';
import type { SessionIntent } from '../domain/session/events';
import type { Slot } from '../domain/session/session';
import { assertWellFormed } from './assert-well-formed';
import { refusalOf } from './refusal';
import {
  SESSION_COMMAND_NAMES,
  sessionUpdate,
  type SessionCommandData,
  type SessionCommandName,
  type SessionEnvelope,
  type SessionReceipt,
} from './session-messages';
import { outside, summary } from './session-outside';
import type { SessionRun } from './session-run';
import type { Shapes } from './shapes';

/** The form of each command's data. */
const SHAPES: { [N in SessionCommandName]: Shapes<SessionCommandData[N]> } = {
  quoteSession: {
    amountMinor: 'number',
    currency: 'string',
    terms: 'string',
    validUntil: 'instant',
    conditions: 'object',
  },
  acceptQuote: {},
  confirmTransfer: { reference: 'string', attachmentId: 'string', amountMinor: 'number?' },
  confirmRefund: { paymentId: 'string', reference: 'string' },
  chooseSlot: { startsAt: 'instant' },
  noteMeeting: { offerId: 'string?' },
  attendSession: { outcome: 'string' },
  cancelSession: { reason: 'string' },
  retrySession: {},
};

const OUTCOMES: readonly string[] = ['started', 'ended', 'client_absent', 'agent_absent'];

/** One named Update per command of the session. */
export function handleSessionCommands(run: SessionRun): void {
  for (const name of SESSION_COMMAND_NAMES) handleCommand(name, run);
}

function handleCommand(name: SessionCommandName, run: SessionRun): void {
  setHandler(
    sessionUpdate(name) as UpdateDefinition<SessionReceipt, [SessionEnvelope], string>,
    (sent: SessionEnvelope) =>
      CancellationScope.nonCancellable(() => run.exclusively(() => answer(name, sent, run))),
    { validator: (sent: SessionEnvelope) => validate(name, sent, run) },
  );
}

/** Synchronous, and without a trace in history when it refuses. */
function validate(name: SessionCommandName, sent: SessionEnvelope, run: SessionRun): void {
  try {
    assertWellFormed(sent, SHAPES[name]);
    if (run.receiptFor(sent.commandId)) return;
    check(name, sent, run);
    if (name === 'attendSession') assertBegun(sent as SessionEnvelope<'attendSession'>, run);
  } catch (error) {
    throw refusalOf(error);
  }
}

/**
 * Before the appointed time an agent cancels or passes the session on: absent is who did not come. Judged only here,
 * which replay passes over: older sessions took it at any time.
 */
function assertBegun({ data }: SessionEnvelope<'attendSession'>, run: SessionRun): void {
  const { slot } = run.session;
  if (data.outcome === 'agent_absent' && slot && run.now() < slot.startsAt)
    throw new DomainError('too_early');
}

/** The session may have moved since the command was accepted, so everything is judged once more. */
async function answer(
  name: SessionCommandName,
  sent: SessionEnvelope,
  run: SessionRun,
): Promise<SessionReceipt> {
  try {
    const before = run.receiptFor(sent.commandId);
    if (before) return before;
    check(name, sent, run);
    if (name === 'confirmTransfer') await claimTransfer(sent as SessionEnvelope<'confirmTransfer'>, run);
    if (name === 'chooseSlot' && hasTime(sent as SessionEnvelope<'chooseSlot'>, run)) {
      run.remember(sent.commandId, sent.bodyHash);
      return run.receipt(sent.bodyHash);
    }
    const intent =
      name === 'chooseSlot'
        ? slotChosen(await takeTime(sent as SessionEnvelope<'chooseSlot'>, run))
        : intentOf(name, sent.data, run);
    run.carryOut(intent, sent.actor, sent.commandId);
    run.remember(sent.commandId, sent.bodyHash);
    return run.receipt(sent.bodyHash);
  } catch (error) {
    throw refusalOf(error);
  }
}

function check(name: SessionCommandName, sent: SessionEnvelope, run: SessionRun): void {
  const { actor, commandId } = sent;
  decideSession(run.session, intentOf(name, sent.data, run), { at: run.now(), actor, commandId });
}

/** Who chooses the time that the session has already changes nothing, and nobody is told. */
function hasTime({ data }: SessionEnvelope<'chooseSlot'>, { session }: SessionRun): boolean {
  const same = session.state === 'scheduled' && session.slot?.startsAt === data.startsAt;
  // Sessions from before appointed it anew.
  return same && patched('keeps-same-time');
}

async function takeTime({ data }: SessionEnvelope<'chooseSlot'>, run: SessionRun): Promise<Slot> {
  const { session } = run;
  const order = { session, startsAt: data.startsAt, now: run.now() };
  const taken = await outside.prompt.bookSlot.executeWithOptions(summary('Take the time'), [order]);
  if (!taken) throw new DomainError('slot_taken', 'startsAt');
  return { ...taken, late: false };
}

/** One transfer pays one session, whoever confirms it and however often. */
async function claimTransfer({ data }: SessionEnvelope<'confirmTransfer'>, run: SessionRun): Promise<void> {
  // Sessions from before took every reference.
  if (!patched('claims-transfers')) return;
  const order = { sessionId: run.session.id, paymentId: transferId(data.reference), now: run.now() };
  const shown = summary('Claim the transfer');
  if (!(await outside.prompt.claimTransfer.executeWithOptions(shown, [order])))
    throw new DomainError('transfer_used', 'reference');
}

/** What the payment of a bank transfer is known by. */
function transferId(reference: string): string {
  return `transfer:${reference}`;
}

function slotChosen(slot: Slot): SessionIntent {
  return { name: 'slot_chosen', data: slot };
}

/** What a command means to the rules. A time that is still to be taken stands in for itself. */
function intentOf(
  name: SessionCommandName,
  data: SessionCommandData[SessionCommandName],
  run: SessionRun,
): SessionIntent {
  const { session } = run;
  const given = { name, data } as {
    [N in SessionCommandName]: { name: N; data: SessionCommandData[N] };
  }[SessionCommandName];
  switch (given.name) {
    case 'quoteSession':
      return { name: 'quoted', data: given.data };
    case 'acceptQuote':
      return { name: 'accepted', data: {} };
    case 'confirmTransfer':
      return {
        name: 'captured',
        data: {
          paymentId: transferId(given.data.reference),
          method: 'transfer',
          amountMinor: given.data.amountMinor ?? session.quote?.amountMinor ?? 1,
          currency: session.quote?.currency ?? session.conditions.currency,
          reference: given.data.reference,
          attachmentId: given.data.attachmentId,
          kept: false,
        },
      };
    case 'confirmRefund':
      return { name: 'refunded', data: byHand(given.data, run) };
    case 'chooseSlot': {
      const { startsAt } = given.data;
      return slotChosen({ startsAt, endsAt: startsAt, agentId: '', late: false });
    }
    case 'noteMeeting':
      return { name: 'meeting_given', data: given.data };
    case 'attendSession':
      if (!OUTCOMES.includes(given.data.outcome)) throw new DomainError('invalid_command', 'outcome');
      return { name: given.data.outcome, data: {} };
    case 'cancelSession':
      return { name: 'cancelled', data: { reason: given.data.reason, refundMinor: 0 } };
    case 'retrySession':
      return { name: 'retried', data: {} };
  }
}

function byHand(
  { paymentId, reference }: SessionCommandData['confirmRefund'],
  run: SessionRun,
): Extract<SessionIntent, { name: 'refunded' }>['data'] {
  const payment = refundByHand(run.session, run.now()).find(({ id }) => id === paymentId);
  if (!payment) throw new DomainError('session_state', 'paymentId');
  const totalMinor = payment.refundedMinor + payment.refundDueMinor;
  return { paymentId, refundId: reference, amountMinor: 0, totalMinor };
}
