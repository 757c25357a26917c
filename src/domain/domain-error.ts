/**
 * The closed list of refusals. The API maps each code to one HTTP status and one Spanish sentence; workflows
 * send it as the `type` of an ApplicationFailure, so a code is part of the public contract.
 */
export const DOMAIN_ERROR_CODES = [
  'ticket_closed',
  'stale_version',
  'unread_reply',
  'session_open',
  'unknown_type',
  'reason_required',
  'assignee_required',
  'category_required',
  'priority_required',
  'first_attention_required',
  'solution_required',
  'not_confirmed',
  'nothing_to_retract',
  'not_waiting_for_client',
  'incident_in_future',
  'incident_required',
  'call_in_future',
  'not_allowed',
  'same_ticket',
  'too_few_parts',
  'already_participant',
  'not_participant',
  'not_referred',
  'already_exists',
  'session_state',
  'session_underway',
  'quote_expired',
  'slot_taken',
  'transfer_used',
  'too_early',
  'too_late',
  'invalid_command',
] as const;

export type DomainErrorCode = (typeof DOMAIN_ERROR_CODES)[number];

/** A rule said no. Nothing changed; `path` names the input field at fault where there is one. */
export class DomainError extends Error {
  constructor(
    readonly code: DomainErrorCode,
    readonly path?: string,
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
