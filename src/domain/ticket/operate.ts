import type { FactData } from './commands';
import type { Rule } from './rule';

/** A paid session changed its state; it tells the ticket each time. */
export const changeSession: Rule<FactData['changeSession']> = {
  decide: (_ticket, link) => [{ type: 'session_changed', data: link }],
};

/** Somebody asked the engine to cancel the execution: a ticket ends only by its own process. */
export const ignoreCancel: Rule<FactData['ignoreCancel']> = {
  decide: () => [{ type: 'engine_cancel_ignored', data: {} }],
};

/** A terminated or failed execution was started again from its events. */
export const repair: Rule<FactData['repair']> = {
  decide: (_ticket, { reason }) => [{ type: 'run_repaired', data: { reason } }],
};
