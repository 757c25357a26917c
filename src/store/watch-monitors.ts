import type { Connection } from 'mongoose';

/** The driver looks at each server every ten seconds, and gives each look two. */
const STANDS_STILL_MS = 25_000;
const LOOK_EVERY_MS = 5_000;

interface Monitored {
  readonly monitor: { close(): void; connect(): void } | null;
}

/**
 * Begins the driver's look at a server anew where it has stood still. A look whose connection breaks in the moment of being
 * written to never ends (driver 7.8: it waits for a closed socket to drain), and every operation would be refused until
 * the process ends, although the server is back.
 */
export function watchMonitors(
  connection: Connection,
  { standsStillMs = STANDS_STILL_MS, lookEveryMs = LOOK_EVERY_MS } = {},
): void {
  const client = connection.getClient();
  const heardAt = new Map<string, number>();
  const hear = ({ connectionId }: { connectionId: string }): void =>
    void heardAt.set(connectionId, Date.now());
  client.on('serverHeartbeatSucceeded', hear);
  client.on('serverHeartbeatFailed', hear);
  const timer = setInterval(() => {
    for (const [address, { monitor }] of monitored(client)) {
      const last = heardAt.get(address) ?? Date.now();
      heardAt.set(address, last);
      if (Date.now() - last < standsStillMs) continue;
      heardAt.set(address, Date.now());
      monitor?.close();
      monitor?.connect();
    }
  }, lookEveryMs);
  timer.unref();
  connection.once('close', () => clearInterval(timer));
}

/** What the driver keeps to itself; none of it where another version keeps it elsewhere. */
function monitored(client: unknown): Map<string, Monitored> {
  const { topology } = client as { topology?: { s?: { servers?: Map<string, Monitored> } } };
  return topology?.s?.servers ?? new Map<string, Monitored>();
}
