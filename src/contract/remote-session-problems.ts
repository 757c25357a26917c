/** What paid sessions can answer besides the codes that every route may give. */
export const SESSION_PROBLEM_CODES = ['outside_window', 'not_ready', 'invalid_signature'] as const;
