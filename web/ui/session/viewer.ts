import { createContext, useContext } from 'react';
import type { Person } from '../api/types';

export const ViewerContext = createContext<Person | null>(null);

/** The person in front of a page behind the log-in. */
export function useViewer(): Person {
  const viewer = useContext(ViewerContext);
  if (viewer === null) throw new Error('Only for pages behind the log-in');
  return viewer;
}

/** The same, or null on a page that needs no log-in. */
export function useViewerOrNobody(): Person | null {
  return useContext(ViewerContext);
}

export function isStaff({ role }: Pick<Person, 'role'>): boolean {
  return role !== 'client' && role !== 'client_admin';
}
