import { randomBytes } from 'node:crypto';
import { isStaff } from '../../../domain/access/role';
import type { VersionedCalendar } from '../../../domain/calendar';
import { addUser, findUser, findUserByEmail, type User } from '../../../store/accounts/users';
import { createAgent, findAgent, type AgentDocument } from '../../../store/desk/agents';
import { isDuplicateKey } from '../../../store/mongo/duplicate-key';
import { hashPassword } from '../../auth/password';
import type { Deps } from '../../deps';

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
 * @param commandId becomes the id of a new account: the same command finds the agent that it has made
 */
export async function addAgent(
  { store, clock }: Deps,
  given: NewAgent,
  commandId: string,
): Promise<AgentDocument | null> {
  const user =
    (await findUserByEmail(store, given.email)) ?? (await addAccount({ store, clock }, given, commandId));
  if (user === null || !isStaff(user.role)) return null;
  const before = await findAgent(store, user._id);
  if (before) return before._id === commandId ? before : null;
  const { skills, capacity, available, workingCalendar } = given;
  const person = { _id: user._id, email: user.email, name: user.name };
  try {
    const agent = { ...person, skills: [...new Set(skills)], capacity, available, workingCalendar };
    return await createAgent(store, agent);
  } catch (error) {
    if (isDuplicateKey(error)) return user._id === commandId ? findAgent(store, user._id) : null;
    throw error;
  }
}

async function addAccount(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { email, name, phone, password }: NewAgent,
  _id: string,
): Promise<User | null> {
  // Without one nobody knows the password, and a new one has to be asked for.
  const passwordHash = await hashPassword(password ?? randomBytes(32).toString('base64url'));
  const person = { _id, email, name, phone, role: 'agent', organizationId: null, passwordHash } as const;
  return (await addUser(store, person, clock())) ?? findUser(store, _id);
}
