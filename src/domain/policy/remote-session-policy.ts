/** When a client may cancel a confirmed session, and what comes back. Policy section "Videoconferencia o sesión remota". */
export type CancellationTerms = {
  /** Hours before the start until which the whole payment is refunded. */
  readonly freeUntilHours: number;
  /** Whole percent of the payment that is refunded later than that. */
  readonly lateRefundPercent: number;
};

/**
 * Price, terms and times of the paid remote session. Versioned with the support policy; a quote pins the version that
 * held when it was given. Hours, minutes and days run by the clock, not in business time.
 */
export type RemoteSessionPolicy = {
  /** Centavos, VAT included. */
  readonly priceMinor: number;
  readonly currency: 'MXN';
  /** 0.16 means 16 %; the price contains it. */
  readonly vatRate: number;
  readonly termsVersion: number;
  /** What the client accepts, in their language. */
  readonly terms: string;
  /** An unanswered request ends after this. */
  readonly requestValidHours: number;
  readonly quoteValidHours: number;
  /** How long a payment page stays open; the provider takes 30 minutes to 24 hours. */
  readonly checkoutMinutes: number;
  /** A paid session without a chosen time is refunded after this. */
  readonly slotChoiceDays: number;
  readonly cancellation: CancellationTerms;
  /** From choosing a time to its beginning, at least. */
  readonly minimumNoticeMinutes: number;
  /** Free time of the agent between two sessions. */
  readonly bufferMinutes: number;
  /** Offered times lie this far apart. */
  readonly slotStepMinutes: number;
  /** Times are offered this many days ahead. */
  readonly horizonDays: number;
  /** Before the start, when link and password are shown. */
  readonly accessOpensMinutes: number;
  /** After the start of the session, when both are told that it ends soon. */
  readonly warnAtMinutes: number;
  /** After the appointed start, from when on the client may be recorded as absent. */
  readonly noShowMinutes: number;
  /** Hours before the start at which both are reminded, the earliest first. */
  readonly reminderHours: number[];
};

/** The longest that a quote may be valid, as a policy's default or as an agent gives it: a year. Hours. */
export const MAX_QUOTE_HOURS = 8_760;

/** What holds for one session: the policy's data and its longest duration in minutes. */
export type SessionConditions = RemoteSessionPolicy & { readonly maxMinutes: number };

/** The first version; also what holds for a ticket that was registered before sessions had data of their own. */
export const DEFAULT_REMOTE_SESSION_POLICY: RemoteSessionPolicy = {
  priceMinor: 116_000,
  currency: 'MXN',
  vatRate: 0.16,
  termsVersion: 1,
  terms:
    'La sesión dura como máximo 60 minutos. Puede cancelarla sin costo hasta 24 horas antes de su inicio; después se reembolsa el 50 %. ' +
    'Si usted no se presenta, la sesión se considera impartida. Si e-Optics no puede atenderla, elige otro horario o se reembolsa el total.',
  requestValidHours: 360,
  quoteValidHours: 168,
  checkoutMinutes: 60,
  slotChoiceDays: 30,
  cancellation: { freeUntilHours: 24, lateRefundPercent: 50 },
  minimumNoticeMinutes: 120,
  bufferMinutes: 15,
  slotStepMinutes: 30,
  horizonDays: 14,
  accessOpensMinutes: 10,
  warnAtMinutes: 50,
  noShowMinutes: 15,
  reminderHours: [24, 1],
};

/** The conditions under a policy; one that was pinned before sessions had data takes the first version's. */
export function sessionConditions(policy: {
  readonly remoteSession?: RemoteSessionPolicy;
  readonly remoteSessionMaxMinutes: number;
}): SessionConditions {
  return {
    ...(policy.remoteSession ?? DEFAULT_REMOTE_SESSION_POLICY),
    maxMinutes: policy.remoteSessionMaxMinutes,
  };
}

/** The VAT that an amount contains, in minor units, rounded to the nearest. */
export function vatWithin(amountMinor: number, vatRate: number): number {
  return amountMinor - Math.round(amountMinor / (1 + vatRate));
}
