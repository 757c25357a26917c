import { listen, type LiveNews } from './live-source';

const NAME = 'live-events';

/**
 * Hears what changes until `signal` aborts. One tab of the browser listens to the service and tells the others
 * (browsers allow six connections per host over HTTP/1.1); when it is closed, another takes over.
 */
export function hearLiveNews(hear: (news: LiveNews) => void, signal: AbortSignal): void {
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) {
    listen(hear, signal);
    return;
  }
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', ({ data }) => hear(data as LiveNews));
  signal.addEventListener('abort', () => channel.close(), { once: true });
  navigator.locks
    .request(NAME, { signal }, () => {
      listen((news) => {
        hear(news);
        if (!signal.aborted) channel.postMessage(news);
      }, signal);
      return new Promise<void>((resolve) =>
        signal.addEventListener('abort', () => resolve(), { once: true }),
      );
    })
    // Aborted while it waited for its turn.
    .catch(() => undefined);
}
