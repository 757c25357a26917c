import { createConnection } from 'mongoose';
import { watchMonitors } from '../../src/store/watch-monitors';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { testServers } from '../support/servers';

interface Inside {
  topology: { s: { servers: Map<string, { monitor: { close(): void } }> } };
}

test('a look at the server that stands still begins anew', async () => {
  const { mongoUri } = await testServers();
  const connection = await createConnection(mongoUri).asPromise();
  const client = connection.getClient();
  for (const { monitor } of (client as unknown as Inside).topology.s.servers.values()) monitor.close();
  let looks = 0;
  client.on('serverHeartbeatSucceeded', () => (looks += 1));
  watchMonitors(connection, { standsStillMs: 200, lookEveryMs: 50 });
  await waitUntil('the server to be looked at', 10_000, () => looks > 0);
  await connection.close();
});
