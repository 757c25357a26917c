import type { Logger } from 'pino';
import type { MeetingsPort } from '../integrations/meetings/meetings-port';
import type { PaymentsPort } from '../integrations/payments/payments-port';
import type { Vault } from '../integrations/vault/vault';
import type { Store } from '../store/store';
import { createMeetingActivities, type MeetingActivities } from './meetings';
import { createPaymentActivities, type PaymentActivities } from './payments';
import { createSessionProjectionActivities, type SessionProjectionActivities } from './session-projection';
import { createSlotActivities, type SlotActivities } from './session-slots';

/** What a session's activities are given by the worker's composition root. */
export interface SessionActivityDeps {
  store: Store;
  payments: PaymentsPort;
  meetings: MeetingsPort;
  vault: Vault;
  /** Origin that people's browsers use: where the payment page sends them back to. */
  publicUrl: string;
  logger: Logger;
  /** Notices may wait to be sent; who does not hear of it finds them by itself. */
  wakeNotices?(): void;
}

/** Everything a session's workflow may ask of the world outside. */
export type SessionActivities = SessionProjectionActivities &
  PaymentActivities &
  SlotActivities &
  MeetingActivities;

export function createSessionActivities(deps: SessionActivityDeps): SessionActivities {
  return {
    ...createSessionProjectionActivities(deps),
    ...createPaymentActivities(deps),
    ...createSlotActivities(deps),
    ...createMeetingActivities(deps),
  };
}
