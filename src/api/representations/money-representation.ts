import type { SessionMoney } from '../../domain/session/session-money';

/** What clients see of a step of a session's money: by which references support finds it again is not theirs. */
export function moneyForClients(money: readonly SessionMoney[]): Partial<SessionMoney>[] {
  return money.map(({ seq, at, step, amountMinor, currency, method }) => ({
    seq,
    at,
    step,
    amountMinor,
    currency,
    method,
  }));
}
