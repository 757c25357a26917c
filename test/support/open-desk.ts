import { Client, Connection } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection } from '@temporalio/worker';
import { Desk } from './desk';
import { startTimeSkipping, testServers } from './servers';

/** A desk whose days pass in milliseconds. */
export interface SkippingDesk {
  desk: Desk;
  env: TestWorkflowEnvironment;
  /** Now, in epoch milliseconds of the skipped time. */
  now: () => Promise<number>;
  /** Lets time pass until an instant in epoch milliseconds; at once when it has passed. */
  sleepUntil: (instant: number) => Promise<void>;
  close: () => Promise<void>;
}

/** One per test file: its clock is one for all its tickets. */
export async function openSkippingDesk(): Promise<SkippingDesk> {
  const [env, { mongoUri }] = await Promise.all([startTimeSkipping(), testServers()]);
  const { client, nativeConnection: connection } = env;
  const desk = await Desk.open({ client, connection, namespace: 'default', mongoUri });
  const close = async (): Promise<void> => {
    await desk.close();
    await env.teardown();
  };
  await startWorkerOf(desk, close);
  return {
    desk,
    env,
    now: () => env.currentTimeMs(),
    async sleepUntil(instant) {
      const ahead = instant - (await env.currentTimeMs());
      if (ahead > 0) await env.sleep(ahead);
    },
    close,
  };
}

/** A desk on the dev server, in a namespace of its own. */
export interface ServerDesk {
  desk: Desk;
  client: Client;
  close: () => Promise<void>;
}

export async function openServerDesk(): Promise<ServerDesk> {
  const { mongoUri, temporalAddress: address, namespace } = await testServers();
  const [connection, native] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  const client = new Client({ connection, namespace });
  const desk = await Desk.open({ client, connection: native, namespace, mongoUri });
  const close = async (): Promise<void> => {
    await desk.close();
    await Promise.all([connection.close(), native.close()]);
  };
  await startWorkerOf(desk, close);
  return { desk, client, close };
}

/** What was opened before does not stay open when the worker does not start. */
async function startWorkerOf(desk: Desk, close: () => Promise<void>): Promise<void> {
  try {
    await desk.startWorker();
  } catch (error) {
    await close();
    throw error;
  }
}
