import { createMeetingActivities, type MeetingActivities } from './meetings';
import { createPaymentActivities, type PaymentActivities } from './payments';
import { createSessionProjectionActivities, type SessionProjectionActivities } from './session-projection';
import type { SessionActivityDeps } from './session-ports';
import { createSlotActivities, type SlotActivities } from './session-slots';

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
