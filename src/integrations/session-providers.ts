import { createZoomMeetings, type ZoomSettings } from './meetings/zoom-meetings';
import type { MeetingsPort } from './meetings/meetings-port';
import type { PaymentsPort } from './payments/payments-port';
import { createStripePayments, type StripeSettings } from './payments/stripe-payments';
import { createVault, type Vault } from './vault/vault';

export interface SessionSettings {
  /** 32 bytes in base64. */
  secretKey: string | null;
  payments: StripeSettings | null;
  zoom: ZoomSettings | null;
}

export interface SessionProviders {
  payments: PaymentsPort;
  meetings: MeetingsPort;
  vault: Vault;
}

/** What paid sessions need outside. What is not set up fails when used, and staff sees the step that waits for it. */
export function sessionProviders({ secretKey, payments, zoom }: SessionSettings): SessionProviders {
  return {
    payments: payments ? createStripePayments(payments) : absentPayments(),
    meetings: zoom ? createZoomMeetings(zoom) : absentMeetings(),
    vault: createVault(secretKey),
  };
}

class NotConfiguredError extends Error {
  readonly code = 'not_configured';
}

function absent(): Promise<never> {
  return Promise.reject(new NotConfiguredError('not_configured'));
}

function absentPayments(): PaymentsPort {
  return {
    provider: '',
    leastMinor: {},
    openCheckout: absent,
    readCheckout: absent,
    expireCheckout: absent,
    refund: absent,
    verify: () => {
      throw new NotConfiguredError('not_configured');
    },
  };
}

function absentMeetings(): MeetingsPort {
  // What was never set up has made nothing: a cancelled session does not wait for it.
  return { create: absent, find: () => Promise.resolve([]), read: absent, end: absent, remove: absent };
}
