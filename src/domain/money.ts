/** An amount of money. */
export interface Money {
  /** Minor units: hundredths of a peso. */
  amount: number;
  currency: 'MXN';
}

/** Beyond it somebody mistyped: a million pesos. */
export const MAX_AMOUNT = 100_000_000;

/** Whether what came from outside is an amount of money. */
export function isMoney(value: unknown): value is Money {
  const { amount, currency, ...rest } = (value ?? {}) as Partial<Money>;
  return (
    Number.isInteger(amount) &&
    amount! >= 0 &&
    amount! <= MAX_AMOUNT &&
    currency === 'MXN' &&
    Object.keys(rest).length === 0
  );
}
