import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { SESSION_EXPIRED } from '../api/client';
import type { Who } from '../api/types';
import { queryKeys } from '../query/query-keys';
import { useApplication } from './application';
import { useViewer } from './viewer';

const LogInDialog = lazy(async () => ({ default: (await fetchDialog()).LogInDialog }));
const FETCH_AHEAD_MS = 5_000;

/** Asks for a log-in over the page when the session has ended, so that nothing on the page is lost. */
export function LogInOverlay(): ReactElement {
  const { basename } = useApplication();
  const viewer = useViewer();
  const queries = useQueryClient();
  const [expired, setExpired] = useState(false);
  useEffect(() => {
    const ask = (): void => setExpired(true);
    window.addEventListener(SESSION_EXPIRED, ask);
    // Before it is needed: by then a newer version may have taken its place on the server.
    const timer = setTimeout(() => void fetchDialog().catch(() => undefined), FETCH_AHEAD_MS);
    return () => {
      window.removeEventListener(SESSION_EXPIRED, ask);
      clearTimeout(timer);
    };
  }, []);
  const goOn = (who: Who): void => {
    // Somebody else must not find the first one's page.
    if (who.user.id !== viewer.id) return location.assign(basename);
    setExpired(false);
    queries.setQueryData(queryKeys.who, who);
    void queries.invalidateQueries();
  };
  return <Suspense>{expired && <LogInDialog onDone={goOn} />}</Suspense>;
}

function fetchDialog() {
  return import('./log-in-dialog');
}
