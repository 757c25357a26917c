import type { BrowserContext } from 'playwright-core';
import type { Role } from '../../src/domain/access/role';
import { DEMO_PEOPLE } from '../seed/demo-people';

/** Somebody of the demo data: a role (the first who has it), or an address. */
export type DemoAccount = Role | (string & {});

export function emailOf(account: DemoAccount): string {
  return DEMO_PEOPLE.find(({ role }) => role === account)?.email ?? account;
}

/** Gives a browser profile a session, without the log-in page. */
export async function signIn(
  profile: BrowserContext,
  { url, password }: { url: string; password: string },
  account: DemoAccount,
): Promise<void> {
  const data = { email: emailOf(account), password };
  const answer = await profile.request.post(`${url}/api/v1/session`, { data });
  if (!answer.ok()) throw new Error(`The log-in of ${data.email} answered ${answer.status()}`);
}
