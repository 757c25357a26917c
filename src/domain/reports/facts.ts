import type { ClosureReason, Origin } from '../classification/closure-reasons';
import type { Priority } from '../classification/priority';
import type { Closure, Ticket, TargetName } from '../ticket/ticket';

/** By what every report can be divided. */
interface Dimensions {
  type: string;
  priority: Priority | null;
  product: string;
  organization: string;
}

/** What the reports keep of a registration: ids and numbers only. */
export interface RegistrationFact extends Dimensions {
  onBehalf: boolean;
  /** Whether it is a part of a divided ticket. */
  part: boolean;
  /** Whether it follows a closed ticket. */
  follows: boolean;
  /** Numbers that stand for the words of its subject. */
  words: number[];
}

/** A target that was settled, in business minutes. */
interface Settled {
  met: boolean;
  minutes: number;
}

/** What the reports keep of a closing: ids and numbers only. */
export interface ClosingFact extends Dimensions {
  reason: ClosureReason;
  origin: Origin | null;
  confirmedBy: Closure['confirmedBy'];
  solutionGiven: boolean;
  mailFailed: boolean;
  divided: boolean;
  firstAttention: Settled | null;
  nextReplies: Settled[];
  /** Business minutes from the registration to the solution that stood; null without one. */
  resolution: number | null;
}

/** @param words numbers of the subject's words */
export function registrationFact(ticket: Ticket, words: number[]): RegistrationFact {
  return {
    ...dimensionsOf(ticket),
    onBehalf: ticket.onBehalfReason !== null,
    part: ticket.links.splitFrom !== null,
    follows: ticket.links.follows !== null,
    words,
  };
}

/** @param resolution business minutes to the solution, as `solvedAt` tells it */
export function closingFact(ticket: Ticket, closure: Closure, resolution: number | null): ClosingFact {
  return {
    ...dimensionsOf(ticket),
    reason: closure.reason,
    origin: closure.origin,
    confirmedBy: closure.confirmedBy,
    solutionGiven: closure.solutionGiven,
    mailFailed: ticket.mailFailed ?? false,
    divided: ticket.links.splitInto.length > 0,
    firstAttention: settled(ticket, 'first_attention')[0] ?? null,
    nextReplies: settled(ticket, 'next_reply'),
    resolution,
  };
}

/** When the solution that stood was given; of a ticket resolved without one before, its closing message is it. */
export function solvedAt({ solution, closure }: Ticket): string | null {
  if (!closure?.solutionGiven) return null;
  return solution?.at ?? closure.at;
}

function dimensionsOf({ type, priority, product, organizationId }: Ticket): Dimensions {
  return { type, priority, product, organization: organizationId };
}

function settled({ outcomes }: Ticket, name: TargetName): Settled[] {
  return outcomes
    .filter(({ target }) => target === name)
    .map(({ met, businessMinutes }) => ({ met, minutes: businessMinutes }));
}
