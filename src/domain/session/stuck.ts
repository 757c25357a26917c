import type { Instant } from '../instant';
import { accessOpensAt } from './agenda';
import { owedByHand } from './duties';
import { isFinal, type DutyName, type Payment, type RemoteSession, type Trouble } from './session';

/** What keeps a session from going on, or money from its owner, until somebody of support does something. */
export const STUCK_REASONS = [
  'payment_page_not_opened',
  'payment_page_not_shut',
  'payments_not_read',
  'refund_not_sent',
  'meeting_not_made',
  'meeting_not_removed',
  'time_not_released',
  'transfer_to_return',
  'access_not_given',
  'attendance_not_recorded',
  'execution_ended',
] as const;
export type StuckReason = (typeof STUCK_REASONS)[number];

/** The one thing to do about it: the names are those of the session's actions. */
export type Mending = 'retry' | 'give_meeting' | 'confirm_refund' | 'record_attendance';

export interface StuckStep {
  since: Instant;
  why: StuckReason;
  /** What the step outside answered, as a short code; null where nothing was asked. */
  code: string | null;
  action: Mending;
}

const REASONS: Readonly<Record<DutyName, StuckReason>> = {
  open_checkout: 'payment_page_not_opened',
  close_checkout: 'payment_page_not_shut',
  read_payments: 'payments_not_read',
  refund: 'refund_not_sent',
  create_meeting: 'meeting_not_made',
  remove_meeting: 'meeting_not_removed',
  release_slot: 'time_not_released',
};

/** A round of attempts that may help; what still fails then is done by a person. */
const ROUNDS_BEFORE_HANDS: Partial<Record<DutyName, { rounds: number; action: Mending }>> = {
  create_meeting: { rounds: 1, action: 'give_meeting' },
  refund: { rounds: 3, action: 'confirm_refund' },
};

/**
 * Every step that waits for support, the oldest first.
 * @param lostAt since when the session's execution is known to have been ended from outside
 */
export function stuckSteps(session: RemoteSession, lostAt: Instant | null): StuckStep[] {
  const steps: StuckStep[] = [
    ...session.troubles.map(ofTrouble),
    ...owedByHand(session).map((payment) => ofTransfer(session, payment)),
    ...ofAppointment(session),
  ];
  if (lostAt !== null) steps.push({ since: lostAt, why: 'execution_ended', code: null, action: 'retry' });
  return steps.sort((a, b) => a.since.localeCompare(b.since));
}

function ofTrouble({ duty, since, code, attempts }: Trouble): StuckStep {
  const hands = ROUNDS_BEFORE_HANDS[duty];
  const action = hands && attempts > hands.rounds ? hands.action : 'retry';
  return { since, why: REASONS[duty], code, action };
}

function ofTransfer(session: RemoteSession, { kept, capturedAt }: Payment): StuckStep {
  const since = kept && isFinal(session.state) ? session.since : capturedAt;
  return { since, why: 'transfer_to_return', code: null, action: 'confirm_refund' };
}

function ofAppointment(session: RemoteSession): StuckStep[] {
  const { state, slot, meeting, platform, accessOpened, unattended } = session;
  const opensAt = accessOpensAt(session);
  const attended = state === 'scheduled' || state === 'in_progress';
  if (!slot || !opensAt || !attended) return [];
  const steps: StuckStep[] = [];
  // For Zoom the step that does not succeed says it.
  if (accessOpened && meeting === null && platform === 'anydesk')
    steps.push({ since: opensAt, why: 'access_not_given', code: null, action: 'give_meeting' });
  if (unattended && state === 'scheduled')
    steps.push({
      since: slot.startsAt,
      why: 'attendance_not_recorded',
      code: null,
      action: 'record_attendance',
    });
  return steps;
}
