import type { PageToShow } from './page-to-show';
import { SHOWN_STATES } from './seed-sessions';

/** The page of a paid session in every state: `<name>-<state>`. */
export function sessionPages(name: string, below: string, role: PageToShow['role']): PageToShow[] {
  return SHOWN_STATES.map((state) => ({
    name: `${name}-${state}`,
    path: ({ sessions }) => `${below}/${sessions[state]}`,
    role,
  }));
}
