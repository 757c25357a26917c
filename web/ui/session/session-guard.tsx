import { lazy, Suspense, useState, type ReactElement, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ErrorState } from '../feedback/error-state';
import { PageSkeleton } from '../feedback/page-skeleton';
import { useApplication } from './application';
import { LogInOverlay } from './log-in-overlay';
import { useWho } from './use-who';
import { isStaff, ViewerContext } from './viewer';
import { WrongApplication } from './wrong-application';

const EnrolmentPage = lazy(async () => ({
  default: (await import('../security/enrolment-page')).EnrolmentPage,
}));

/** Lets those through whom the application is for; asks the others to log in, or shows them where theirs is. */
export function SessionGuard({ children }: { children: ReactNode }): ReactElement {
  const who = useWho();
  const { audience } = useApplication();
  const { pathname, search } = useLocation();
  // Until its codes have been seen, which are shown after the service has let the person in.
  const [enrolling, setEnrolling] = useState(false);
  if (who.data === undefined) {
    if (who.error === null) return <PageSkeleton />;
    if (who.error.code !== 'unauthenticated')
      return <ErrorState problem={who.error} onRetry={() => void who.refetch()} />;
    const to = pathname === '/' ? '' : `?${new URLSearchParams({ to: pathname + search }).toString()}`;
    return <Navigate to={`/entrar${to}`} replace />;
  }
  const { user, mustEnrol } = who.data;
  if (mustEnrol && !enrolling) setEnrolling(true);
  if (isStaff(user) !== (audience === 'staff')) return <WrongApplication audience={audience} />;
  return (
    <ViewerContext value={user}>
      {mustEnrol || enrolling ? (
        <Suspense fallback={<PageSkeleton />}>
          <EnrolmentPage onDone={() => setEnrolling(false)} />
        </Suspense>
      ) : (
        children
      )}
      <LogInOverlay />
    </ViewerContext>
  );
}
