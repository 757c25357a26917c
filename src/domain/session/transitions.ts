import type { SessionEventName } from './events';
import type { SessionState } from './session';

/**
 * What an event does in a state: the states it may lead to (the own one included where it may stay), `ignore` for a
 * fact that says nothing new there, `refuse` for a wish that can not be met there.
 */
export type Cell = readonly SessionState[] | 'ignore' | 'refuse';

type Row = Readonly<Record<SessionState, Cell>>;

const everywhere = (of: (state: SessionState) => Cell): Row => ({
  requested: of('requested'),
  quoted: of('quoted'),
  checkout: of('checkout'),
  paid: of('paid'),
  scheduled: of('scheduled'),
  in_progress: of('in_progress'),
  completed: of('completed'),
  client_absent: of('client_absent'),
  cancelled: of('cancelled'),
  expired: of('expired'),
});

/** Recorded in any state; changes none. */
const NOTED = everywhere((state) => [state]);

/** Only in the states named; a wish elsewhere is refused, a fact ignored. */
const wish = (given: Partial<Row>): Row => ({ ...everywhere(() => 'refuse'), ...given });
const fact = (given: Partial<Row>): Row => ({ ...everywhere(() => 'ignore'), ...given });

/** Every state × every event, each cell decided. */
export const TRANSITIONS: Readonly<Record<SessionEventName, Row>> = {
  quoted: wish({ requested: ['quoted'], quoted: ['quoted'] }),
  // The page is there already: asking again gives the same one.
  accepted: wish({ quoted: ['checkout'], checkout: 'ignore' }),
  slot_chosen: wish({ paid: ['scheduled'], scheduled: ['scheduled'] }),
  meeting_given: wish({ scheduled: ['scheduled'], in_progress: ['in_progress'] }),
  started: wish({ scheduled: ['in_progress'], in_progress: 'ignore' }),
  // The clock may have ended it in the same moment.
  ended: wish({ in_progress: ['completed'], completed: 'ignore' }),
  client_absent: wish({ scheduled: ['client_absent'], client_absent: 'ignore' }),
  agent_absent: wish({ scheduled: ['paid'], in_progress: ['paid'], paid: 'ignore' }),
  cancelled: wish({
    requested: ['cancelled'],
    quoted: ['cancelled'],
    // An open page is shut first: it may have been paid in this moment.
    checkout: ['checkout'],
    paid: ['cancelled'],
    scheduled: ['cancelled'],
    cancelled: 'ignore',
  }),
  retried: NOTED,

  checkout_opened: { ...NOTED, requested: 'ignore' },
  checkout_closed: {
    ...NOTED,
    requested: 'ignore',
    quoted: 'ignore',
    checkout: ['quoted', 'expired', 'cancelled'],
  },
  payment_refused: fact({ checkout: ['checkout'] }),
  // Money is taken note of wherever the session stands; what does not pay it goes back.
  captured: { ...NOTED, quoted: ['quoted', 'paid'], checkout: ['paid', 'checkout'] },
  refunded: NOTED,
  refund_failed: NOTED,
  disputed: NOTED,
  dispute_settled: NOTED,

  meeting_ready: { ...NOTED, requested: 'ignore', quoted: 'ignore', checkout: 'ignore', expired: 'ignore' },
  meeting_removed: NOTED,
  slot_released: NOTED,
  ticket_gone: fact({
    requested: ['cancelled'],
    quoted: ['cancelled'],
    checkout: ['checkout', 'cancelled'],
    // Paid by transfer before the ticket, which was closing, heard of it.
    paid: ['cancelled'],
    scheduled: ['cancelled'],
  }),
  payment_lost: fact({ paid: ['cancelled'], scheduled: ['cancelled'] }),
  troubled: NOTED,
  recovered: NOTED,

  lapsed: fact({ requested: ['expired'], quoted: ['expired'], paid: ['cancelled'] }),
  quote_reminded: fact({ quoted: ['quoted'] }),
  reminded: fact({ scheduled: ['scheduled'] }),
  access_opened: fact({ scheduled: ['scheduled'], in_progress: ['in_progress'] }),
  unattended: fact({ scheduled: ['scheduled'] }),
  unheld: fact({ scheduled: ['paid'] }),
  warned: fact({ in_progress: ['in_progress'] }),
  time_up: fact({ in_progress: ['completed'] }),
};
