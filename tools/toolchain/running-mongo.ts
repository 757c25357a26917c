import type { Claim } from './pid-file';
import type { Progress } from './progress';
import type { ServerProcess } from './server-process';
import { waitUntil } from './wait-until';

export interface MongoOptions {
  /** Folder for its data; without one nothing outlives the server. */
  dataDir?: string;
  port?: number;
  /** Database named in `uri`; default "support". */
  database?: string;
  say?: Progress;
}

export interface RunningMongo {
  uri: string;
  port: number;
  pid: number;
  /** Which server it is: a real mongod, or the Java server that stands in for it. */
  kind: 'mongod' | 'mongo-java';
  /** Resolves with a short description when it has ended, by whatever cause. */
  ended: Promise<string>;
  stop(): Promise<void>;
  /** SIGKILL, as a crash. Starting again with the same options brings it back with all that it acknowledged. */
  kill(): Promise<void>;
}

const READY_MS = 60_000;

/**
 * Waits until `probe` answers for a server that was just started; ends it when that takes too long.
 * @returns the answer
 */
export async function untilReady<T>(
  server: ServerProcess,
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  try {
    return await waitUntil(what, READY_MS, async () => {
      if (server.hasEnded()) throw new Error(`${what} ended at once\n${server.lastOutput()}`);
      return probe();
    });
  } catch (error) {
    await server.kill();
    throw error;
  }
}

export function running(
  server: ServerProcess,
  kind: RunningMongo['kind'],
  uri: string,
  port: number,
  claim: Claim | undefined,
): RunningMongo {
  return {
    uri,
    port,
    pid: server.pid,
    kind,
    ended: server.ended,
    async stop() {
      await server.stop();
      await claim?.release();
    },
    kill: () => server.kill(),
  };
}
