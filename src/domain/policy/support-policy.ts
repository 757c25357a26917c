import type { Priority, PriorityMatrix } from '../classification/priority';
import type { TicketTypeRule, TicketTypeTexts } from '../classification/ticket-type';
import type { RemoteSessionPolicy } from './remote-session-policy';

/** Internal goals in business hours: never a promise to the client and never a reason to close. */
export type AttentionTargets = { readonly firstAttentionHours: number; readonly nextReplyHours: number };

/**
 * The numbers and rules of the support service. Versioned: a ticket keeps the version it was registered under.
 * Hours are business hours of `calendarId`; fractions count to the millisecond.
 */
export type SupportPolicy = {
  readonly version: number;
  /** How long a ticket waits for the client before it closes. Policy section "Solución a un ticket": 48. */
  readonly waitingClientHours: number;
  /** Business hours before that closing at which the client is reminded, the earliest reminder first. */
  readonly reminderHours: number[];
  readonly calendarId: string;
  /** Policy section "Videoconferencia o sesión remota": one hour at most. */
  readonly remoteSessionMaxMinutes: number;
  /** Price, terms and times of the paid session. Absent in a version made before sessions had data of their own. */
  readonly remoteSession?: RemoteSessionPolicy;
  readonly priorityMatrix: PriorityMatrix;
  readonly targets: Record<Priority, AttentionTargets>;
  /** Whether a ticket registered in time is finished although the contract ends meanwhile. */
  readonly finishAfterContractEnd: boolean;
  /** Where referrals of development and business consulting are mailed. */
  readonly consultingEmail: string;
  /** Where the official text of the policy is read, https; null or absent while nobody has given its address. */
  readonly documentUrl?: string | null;
  readonly types: TicketTypeRule[];
  /** What people read of a type in place of the texts that come with the service, by the type's id. */
  readonly texts?: Readonly<Record<string, TicketTypeTexts>>;
};

/**
 * What of a policy a ticket is held to for life: everything but the texts, which would only weigh on its history, and
 * the link to the document, which is the present one for everybody.
 */
export function pinnedPart(policy: SupportPolicy): SupportPolicy {
  return { ...policy, texts: undefined, documentUrl: undefined };
}

/** The rule of a type under this policy; undefined when the policy does not know the type. */
export function typeRule(policy: SupportPolicy, typeId: string): TicketTypeRule | undefined {
  return policy.types.find((type) => type.id === typeId);
}
