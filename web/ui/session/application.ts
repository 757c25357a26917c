import { createContext, useContext } from 'react';
import type { Feature } from '../feature';

/** What the frame knows of the application that it stands in. */
export interface Application {
  /** `/` or `/consola`: what comes before every path of the router. */
  basename: string;
  title: string;
  /** Whose it is: clients or staff. */
  audience: 'clients' | 'staff';
  features: readonly Feature[];
  /** The page of the own account, where the way to it stands beside the name. */
  accountPath?: string;
}

export const ApplicationContext = createContext<Application | null>(null);

export function useApplication(): Application {
  const application = useContext(ApplicationContext);
  if (application === null) throw new Error('Outside of an application');
  return application;
}
