import type { ReactElement, ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ErrorState } from '../feedback/error-state';
import { PageSkeleton } from '../feedback/page-skeleton';
import { useApplication } from './application';
import { LogInOverlay } from './log-in-overlay';
import { MustEnrol } from './must-enrol';
import { useWho } from './use-who';
import { isStaff, ViewerContext } from './viewer';
import { WrongApplication } from './wrong-application';

/** Lets those through whom the application is for; asks the others to log in, or shows them where theirs is. */
export function SessionGuard({ children }: { children: ReactNode }): ReactElement {
  const who = useWho();
  const { audience, enrolment } = useApplication();
  const { pathname, search } = useLocation();
  if (who.data === undefined) {
    if (who.error === null) return <PageSkeleton />;
    if (who.error.code !== 'unauthenticated')
      return <ErrorState problem={who.error} onRetry={() => void who.refetch()} />;
    const to = pathname === '/' ? '' : `?${new URLSearchParams({ to: pathname + search }).toString()}`;
    return <Navigate to={`/entrar${to}`} replace />;
  }
  const { user, mustEnrol } = who.data;
  if (isStaff(user) !== (audience === 'staff')) return <WrongApplication audience={audience} />;
  return (
    <ViewerContext value={user}>
      {mustEnrol ? (enrolment ?? <MustEnrol />) : children}
      <LogInOverlay />
    </ViewerContext>
  );
}
