import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../app';
import type { Deps } from '../deps';

export interface Listening {
  /** Origin, without a slash at the end. */
  readonly url: string;
  /** Stops taking requests and resolves when those under way are answered, or after the grace period. */
  close(): Promise<void>;
}

/** A request's headers must come within this time, and the whole request within the next. */
const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 120_000;

/**
 * Serves the API on the configured host and port; port 0 takes a free one.
 * @param webFolder the two web applications as built, to be served as well
 */
export async function listen(deps: Deps, webFolder?: string): Promise<Listening> {
  const { host, port, shutdownGraceMs } = deps.config;
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    createApp(deps, webFolder),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () => {
      deps.live.close();
      return close(server, shutdownGraceMs);
    },
  };
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}
