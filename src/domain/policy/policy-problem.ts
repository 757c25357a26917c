/** `path` is dotted from the policy down, e.g. `targets.high.nextReplyHours` or `reminderHours.1`. */
export type PolicyProblem = { readonly path: string; readonly code: PolicyProblemCode };

export type PolicyProblemCode =
  | 'not_a_number'
  | 'not_whole'
  | 'too_small'
  | 'too_big'
  | 'too_many'
  | 'not_descending'
  | 'missing'
  | 'unknown_value'
  | 'malformed'
  | 'repeated'
  | 'above_ceiling';
