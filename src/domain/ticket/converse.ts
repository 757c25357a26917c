import { DomainError } from '../domain-error';
import type { SupportPolicy } from '../policy/support-policy';
import type { TimeQuestions, WaitPlan } from './business-times';
import type { CommandData, FactData } from './commands';
import type { Context, Rule } from './rule';
import { answered, askNextReply, askSettlement } from './targets';

/** An agent's public message; with `awaitsClient` a question, which starts the 48 business hours. */
export const postMessage: Rule<CommandData['postMessage']> = {
  ask(ticket, { awaitsClient }, asking) {
    return { ...askSettlement(ticket, asking), ...(awaitsClient && askWait(asking.policy, asking.at)) };
  },
  decide(ticket, { body, attachmentIds = [], awaitsClient = false }, context) {
    if (awaitsClient && !ticket.assigneeId) throw new DomainError('assignee_required');
    const wait = awaitsClient ? plannedWait(context) : null;
    return [
      {
        type: 'message_posted',
        data: { body, attachmentIds, awaitsClient, receivedAt: context.at, wait, nextReplyDue: null },
      },
      ...answered(ticket, context),
    ];
  },
};

/**
 * A public message of the client or of a colleague on the ticket. It was accepted when it was pushed onto the
 * inbox, so nothing here refuses it: it gives the word back to support and stops the 48 hours.
 */
export const receiveReply: Rule<FactData['receiveReply']> = {
  // Our clock runs from when the client wrote, however late the ticket hears of it.
  ask: (ticket, { receivedAt }, asking) => askNextReply(ticket, asking, receivedAt),
  decide(_ticket, { body, attachmentIds, receivedAt }, { times }) {
    const nextReplyDue = times.dues['nextReply'] ?? null;
    return [
      {
        type: 'message_posted',
        data: { body, attachmentIds, awaitsClient: false, receivedAt, wait: null, nextReplyDue },
      },
    ];
  },
};

/** A note among agents. It never touches the clock and the client never sees it. */
export const addNote: Rule<CommandData['addNote']> = {
  decide: (_ticket, { body, mentions = [] }) => [{ type: 'note_added', data: { body, mentions } }],
};

/** A call about an existing ticket (policy, "FORMA DE CONTACTO"); an answered one may carry the client's reply. */
export const recordPhoneCall: Rule<CommandData['recordPhoneCall']> = {
  ask(ticket, { outcome, clientReplied }, asking) {
    if (outcome !== 'answered') return {};
    return { ...askSettlement(ticket, asking), ...(clientReplied && askNextReply(ticket, asking)) };
  },
  decide(ticket, { at, minutes, number, summary, outcome, clientReplied = false }, context) {
    if (at > context.at) throw new DomainError('call_in_future', 'at');
    if (clientReplied && outcome !== 'answered') throw new DomainError('invalid_command', 'clientReplied');
    const nextReplyDue = clientReplied ? (context.times.dues['nextReply'] ?? null) : null;
    return [
      // What the client was still owed is settled first: what they said on the phone starts a new clock.
      ...(outcome === 'answered' ? answered(ticket, context) : []),
      {
        type: 'phone_call_recorded',
        data: { at, minutes, number, summary, outcome, clientReplied, nextReplyDue },
      },
    ];
  },
};

/** The full 48 business hours, from this instant. */
export function askWait(policy: SupportPolicy, from: string): TimeQuestions {
  return { wait: { from, hours: policy.waitingClientHours, reminderHours: policy.reminderHours } };
}

/** The wait that the local activity planned. */
export function plannedWait(context: Context): WaitPlan {
  if (!context.times.wait) throw new DomainError('invalid_command');
  return context.times.wait;
}
