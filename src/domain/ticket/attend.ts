import { DomainError } from '../domain-error';
import type { TimeQuestions } from './business-times';
import { askTargets, categorize, prioritize, propose } from './classify';
import type { CommandData } from './commands';
import type { Draft } from './events';
import type { Context, Rule } from './rule';
import { answered, askSettlement, firstAttended, movedTargets } from './targets';
import type { AttentionPoints, Ticket } from './ticket';

type Attend = CommandData['attend'];

/**
 * The first attention: an interaction in which the agent settles six points, and which may classify the ticket and
 * answer the client at once (policy, "TIEMPO DE RESPUESTA Y SOLUCIÓN A UN TICKET").
 */
export const attend: Rule<Attend> = {
  ask(ticket, data, asking) {
    const classified = classifies(data)
      ? askTargets(
          ticket,
          propose(asking.policy, data.type ?? ticket.type, data.impact, data.urgency),
          asking.policy,
        )
      : {};
    const minutes = estimatedMinutes(data);
    const estimate: TimeQuestions['dues'] =
      minutes > 0 ? { estimate: { from: asking.at, hours: minutes / 60 } } : {};
    return { ...askSettlement(ticket, asking), dues: { ...classified.dues, ...estimate } };
  },
  decide(ticket, data, context) {
    if (!ticket.assigneeId) throw new DomainError('assignee_required');
    if ((data.impact === undefined) !== (data.urgency === undefined)) {
      throw new DomainError('invalid_command', data.impact === undefined ? 'impact' : 'urgency');
    }
    const points = pointsOf(data);
    const drafts: Draft[] = [];
    let measured = ticket;
    if (data.type !== undefined) drafts.push(...categorize.decide(ticket, { type: data.type }, context));
    if (classifies(data)) {
      const typed = { ...ticket, type: data.type ?? ticket.type };
      drafts.push(...prioritize.decide(typed, { impact: data.impact, urgency: data.urgency }, context));
      measured = retargeted(ticket, context);
    }
    drafts.push({
      type: 'attention_recorded',
      data: { ...points, estimateDue: context.times.dues['estimate'] ?? null },
    });
    if (data.message !== undefined) {
      drafts.push(publicMessage(data.message, context.at), ...answered(measured, context, points));
    } else if (ticket.clientAnswered) {
      drafts.push(...firstAttended(measured, points, context));
    }
    return drafts;
  },
};

function classifies(data: Attend): data is Attend & Required<Pick<Attend, 'impact' | 'urgency'>> {
  return data.impact !== undefined && data.urgency !== undefined;
}

/** The first attention is measured against the priority that it sets itself. */
function retargeted(ticket: Ticket, { at, times: { dues } }: Context): Ticket {
  const firstAttentionDue = dues['firstAttention'] ?? null;
  const nextReplyDue = dues['reprioritizedReply'] ?? null;
  return { ...ticket, targets: movedTargets(ticket.targets, { firstAttentionDue, nextReplyDue }, at) };
}

function pointsOf(data: Attend): AttentionPoints {
  const {
    nature,
    priorityConfirmed,
    contactConfirmed,
    historyReviewed,
    possibleSolutions,
    responsibilities,
  } = data;
  return {
    nature,
    priorityConfirmed,
    contactConfirmed,
    historyReviewed,
    possibleSolutions,
    responsibilities,
  };
}

/** The longest of the estimates is what the client may count on. */
function estimatedMinutes(data: Attend): number {
  return Math.max(0, ...data.possibleSolutions.map((solution) => solution.estimatedMinutes));
}

function publicMessage(body: string, at: string): Draft {
  return {
    type: 'message_posted',
    data: { body, attachmentIds: [], awaitsClient: false, receivedAt: at, wait: null, nextReplyDue: null },
  };
}
