import { Suspense, type ReactElement } from 'react';
import { Outlet } from 'react-router';
import { PageSkeleton } from '../feedback/page-skeleton';
import { useLiveEvents } from '../live/use-live-events';
import { SessionGuard } from '../session/session-guard';
import { useKnownWho } from '../session/use-who';
import { ViewerContext } from '../session/viewer';
import { Keyboard } from '../shortcuts/keyboard';
import { Account } from './account';
import { Frame } from './frame';
import { Navigation } from './navigation';

/** The frame of the pages behind the log-in. */
export function Shell(): ReactElement {
  return (
    <SessionGuard>
      <LivePages />
    </SessionGuard>
  );
}

function LivePages(): ReactElement {
  useLiveEvents();
  return (
    <Frame nav={<Navigation />} account={<Account />}>
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
      <Keyboard />
    </Frame>
  );
}

/** The frame of the pages that need no log-in. */
export function PublicShell(): ReactElement {
  const user = useKnownWho()?.user ?? null;
  return (
    <ViewerContext value={user}>
      <Frame nav={user && <Navigation />} account={user && <Account />}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </Frame>
    </ViewerContext>
  );
}
