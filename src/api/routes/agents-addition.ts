import { randomBytes } from 'node:crypto';
import { isStaff } from '../../domain/access/role';
import type { VersionedCalendar } from '../../domain/calendar';
import { addUser, findUserByEmail, type User } from '../../store/accounts/users';
import { createAgent, findAgent, type AgentDocument } from '../../store/agents';
import { isDuplicateKey } from '../../store/duplicate-key';
import { hashPassword } from '../auth/password';
import type { Deps } from '../deps';

export interface NewAgent {
  email: string;
  name: string;
  phone: string | null;
  password?: string | undefined;
  skills: string[];
  capacity: number;
  available: boolean;
  workingCalendar: VersionedCalendar | null;
}

/**
 * Makes an account of the role `agent` with what assignment needs to know, or adds only the latter for somebody of
 * the staff who takes tickets too (or whose account was made by a request that broke off). Null when the address
 * is a client's, or an agent's already.
 */
export async function addAgent({ store, clock }: Deps, given: NewAgent): Promise<AgentDocument | null> {
  const user = (await findUserByEmail(store, given.email)) ?? (await addAccount({ store, clock }, given));
  if (user === null || !isStaff(user.role) || (await findAgent(store, user._id)) !== null) return null;
  const { skills, capacity, available, workingCalendar } = given;
  const person = { _id: user._id, email: user.email, name: user.name };
  try {
    const agent = { ...person, skills: [...new Set(skills)], capacity, available, workingCalendar };
    return await createAgent(store, agent);
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}

async function addAccount(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { email, name, phone, password }: NewAgent,
): Promise<User | null> {
  // Without one nobody knows the password, and a new one has to be asked for.
  const passwordHash = await hashPassword(password ?? randomBytes(32).toString('base64url'));
  return addUser(store, { email, name, phone, role: 'agent', organizationId: null, passwordHash }, clock());
}
