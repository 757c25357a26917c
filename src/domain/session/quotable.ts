import { DomainError } from '../domain-error';
import { epochMs, type Instant } from '../instant';
import { MAX_QUOTE_HOURS } from '../policy/remote-session-policy';
import type { Quote } from './session';

const HOUR_MS = 3_600_000;

/**
 * Whether a quote can be paid and ends within sense: a session waits for its end all that time.
 * @param leastMinor the least amount that the payment provider takes, minor units
 * @throws DomainError `invalid_command` naming the field
 */
export function assertQuotable(
  { amountMinor, validUntil }: Pick<Quote, 'amountMinor' | 'validUntil'>,
  { at, leastMinor }: { at: Instant; leastMinor: number },
): void {
  if (amountMinor < leastMinor) throw new DomainError('invalid_command', 'amount');
  const tooLong = epochMs(validUntil) - epochMs(at) > MAX_QUOTE_HOURS * HOUR_MS;
  if (tooLong || validUntil <= at) throw new DomainError('invalid_command', 'validUntil');
}
