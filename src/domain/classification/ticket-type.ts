import type { Priority } from './priority';

/**
 * How the service stands to a type of request: in the price, not in the price but can be quoted, referred to
 * consulting (which sets its cost), or never supported (products of third parties).
 */
export const COVERAGES = ['included', 'quoted', 'consulting', 'never'] as const;
export type Coverage = (typeof COVERAGES)[number];

/** Where the policy excludes a type: its not-included list, its third-party clause, or its limits of the service. */
export type ExclusionGroup = 'not_in_price' | 'third_party' | 'out_of_service';

/** The part of a type that decides something. Small, because every ticket carries it pinned. */
export type TicketTypeRule = {
  readonly id: string;
  readonly coverage: Coverage;
  /** Something that happened at a moment, so that the ticket must say when (`incidentAt`). */
  readonly problem: boolean;
  /** What the type usually deserves; null when only impact and urgency can tell. */
  readonly defaultPriority: Priority | null;
  /** The highest priority that may be proposed for the type; null for no limit. */
  readonly ceiling: Priority | null;
};

/** What people read of a type, in Spanish. */
export type TicketTypeTexts = {
  readonly label: string;
  readonly description: string;
  readonly examples: string[];
  /** What a client must read before sending a type that the service does not include; null when it does. */
  readonly warning: string | null;
};

/** A type as people choose it: the rule plus what the catalog shows. */
export type TicketType = TicketTypeRule & TicketTypeTexts & { readonly exclusion?: ExclusionGroup };

/** The rule of a type, without its texts. */
export function ruleOf({ id, coverage, problem, defaultPriority, ceiling }: TicketType): TicketTypeRule {
  return { id, coverage, problem, defaultPriority, ceiling };
}
