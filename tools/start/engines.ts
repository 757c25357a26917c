import { Connection } from '@temporalio/client';
import { startMongo } from '../toolchain/start-mongo';
import { startTemporal } from '../toolchain/start-temporal';
import { registerSearchAttributes } from '../toolchain/register-search-attributes';
import type { Progress } from '../toolchain/progress';
import { portFor } from './port-for';
import type { StopList } from './stop-list';
import { supervise } from './supervise';

export interface Engine {
  temporalAddress: string;
  temporalUiUrl: string | undefined;
}

/**
 * The Temporal of TEMPORAL_ADDRESS, or one of our own with its data in `dataDir`.
 * @param codecEndpoint where the Web UI of our own has sealed payloads opened
 */
export async function provideTemporal(
  dataDir: string,
  codecEndpoint: string,
  stops: StopList,
  say: Progress,
): Promise<Engine> {
  const address = process.env['TEMPORAL_ADDRESS'];
  if (address) {
    say(`Temporal: using ${address} (TEMPORAL_ADDRESS).`);
    await introduceOurselves(address, say);
    return { temporalAddress: address, temporalUiUrl: process.env['TEMPORAL_UI_URL'] };
  }
  const port = await portFor('Temporal', 7233, say);
  const uiPort = await portFor('the Temporal Web UI', 8233, say);
  const temporal = await supervise(
    'Temporal',
    () => startTemporal({ dataDir, port, uiPort, codecEndpoint, say }),
    say,
  );
  stops.add('Temporal', temporal);
  return { temporalAddress: temporal.first.address, temporalUiUrl: temporal.first.uiUrl };
}

async function introduceOurselves(address: string, say: Progress): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    const added = await registerSearchAttributes(connection, process.env['TEMPORAL_NAMESPACE'] ?? 'default');
    if (added.length > 0) say(`  registered the search attributes ${added.join(', ')}.`);
  } catch (error) {
    say(`  its search attributes can not be registered from here (${String(error)}); an operator has to.`);
  } finally {
    await connection.close();
  }
}

/** The MongoDB of MONGODB_URI, or one of our own with its data in `dataDir`. */
export async function provideMongo(dataDir: string, stops: StopList, say: Progress): Promise<string> {
  const given = process.env['MONGODB_URI'];
  if (given) {
    say('MongoDB: using the one of MONGODB_URI.');
    return given;
  }
  const first = await startMongo({ dataDir, say });
  // Its port stays the same over restarts: the services know it.
  let again = false;
  const start = (): Promise<typeof first> =>
    again ? startMongo({ dataDir, say, port: first.port }) : ((again = true), Promise.resolve(first));
  const mongo = await supervise('MongoDB', start, say);
  stops.add('MongoDB', mongo);
  if (first.kind === 'mongo-java')
    say('MongoDB: no mongod to be had, so a Java server stands in (not for production).');
  return first.uri;
}
