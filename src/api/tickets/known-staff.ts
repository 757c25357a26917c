import { isStaff } from '../../domain/access/role';
import { findUser } from '../../store/accounts/users';
import { findAgent } from '../../store/desk/agents';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';

/** @throws ApiError unknown_agent when nobody of that id takes tickets */
export async function assertAgent({ store }: Deps, agentId: string): Promise<void> {
  if (!(await findAgent(store, agentId))) throw new ApiError('unknown_agent', 'agentId');
}

/** @throws ApiError unknown_agent when one of the ids is nobody of support */
export async function assertStaff(
  { store }: Deps,
  ids: readonly string[] = [],
  field: string,
): Promise<void> {
  const people = await Promise.all(ids.map((id) => findUser(store, id)));
  const stranger = people.findIndex((person) => !person || !isStaff(person.role));
  if (stranger >= 0) throw new ApiError('unknown_agent', `${field}.${stranger}`);
}
