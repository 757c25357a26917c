import { readOnlyUntil } from '../../domain/access/leaving-customer';
import type { User } from '../../store/accounts/users';

/** Whether the customer of a person left so long ago that they may not even read any more. */
export function isShutOut({ departedAt }: Pick<User, 'departedAt'>, now: Date): boolean {
  return Boolean(departedAt) && now >= readOnlyUntil(departedAt!);
}
