/** What accounts and administration can answer besides the codes that every route may give. */
export const ACCOUNT_PROBLEM_CODES = [
  'invalid_credentials',
  'account_locked',
  'already_exists',
  'no_open_hours',
  'invalid_calendar',
  'invalid_policy',
  'unknown_calendar',
  'changed_meanwhile',
  'unknown_product',
  'ends_before_start',
  'too_many_contracts',
  'invalid_expiry',
  'scope_not_held',
  'file_missing',
  'file_too_large',
  'file_type_not_allowed',
] as const;
