import type { DomainErrorCode } from '../domain/domain-error';
import type { CoverageRefusal } from '../domain/coverage/judge-coverage';
import { DOMAIN_ERROR_CODES } from '../domain/domain-error';
import { ACCOUNT_PROBLEM_CODES } from './account-problem-codes';
import { SESSION_PROBLEM_CODES } from './remote-session-problems';

/** Why the service did not judge a ticket covered, as `judgeCoverage` names it. */
const COVERAGE_REFUSALS = [
  'product_not_covered',
  'contract_not_in_force',
  'version_not_supported',
] as const satisfies readonly CoverageRefusal[];

/** Refusals of the HTTP edge itself, before or around the rules of the process. */
const EDGE_PROBLEM_CODES = [
  'unauthenticated',
  'forbidden',
  'foreign_origin',
  'not_found',
  'method_not_allowed',
  'malformed_json',
  'invalid_request',
  'unsupported_media_type',
  'payload_too_large',
  'request_aborted',
  'idempotency_key_required',
  'idempotency_key_reused',
  'rate_limited',
  'needs_repair',
  'not_broken',
  'open_tickets',
  'engine_unavailable',
  'service_unavailable',
  'internal_error',
] as const;

/** A command names something that must exist and does not, or that the caller has no part in. */
const REFERENCE_PROBLEM_CODES = [
  'on_behalf_required',
  'unknown_client',
  'unknown_agent',
  'unknown_attachment',
  'unknown_ticket',
  'other_organization',
  'unknown_version',
] as const;

export const API_PROBLEM_CODES = [
  ...EDGE_PROBLEM_CODES,
  ...REFERENCE_PROBLEM_CODES,
  ...COVERAGE_REFUSALS,
  ...ACCOUNT_PROBLEM_CODES,
  ...SESSION_PROBLEM_CODES,
] as const;
export type ApiProblemCode = (typeof API_PROBLEM_CODES)[number];

/** The closed list of `code` in a problem: part of the public contract. */
export const PROBLEM_CODES = [...DOMAIN_ERROR_CODES, ...API_PROBLEM_CODES] as const;
export type ProblemCode = DomainErrorCode | ApiProblemCode;
