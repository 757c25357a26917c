import type { RemoteSession } from './remote-session';

/** Whether the latest of these things that happened to a session is one of `after`, and nothing of `until` came since. */
export function lastOf(
  { history }: Pick<RemoteSession, 'history'>,
  { after, until }: { after: readonly string[]; until: readonly string[] },
): boolean {
  const last = history.findLast(({ name }) => after.includes(name) || until.includes(name));
  return last !== undefined && after.includes(last.name);
}
