import { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Connection } from 'mongoose';
import { openStore, type Store } from '../../src/store/store';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { testServers } from '../support/servers';

let store: Store;
let connection: Connection;

beforeEach(async () => {
  const uri = new URL((await testServers()).mongoUri);
  // Otherwise the driver looks at its server every ten seconds.
  uri.searchParams.set('heartbeatFrequencyMS', '500');
  store = await openStore(uri.href);
  ({ connection } = store);
});
afterEach(async () => {
  // What stands there by itself is inherited.
  Reflect.deleteProperty(Socket.prototype, 'write');
  await store.close();
});

/** The next command in which one of the words stands finds that its connection has just broken. */
function breakNextWrite(...words: string[]): { readonly broken: boolean } {
  const state = { broken: false };
  const value = function (this: Socket, ...given: Parameters<Duplex['write']>): boolean {
    const bytes: unknown = given[0];
    const text = bytes instanceof Uint8Array ? Buffer.from(bytes).toString('latin1') : '';
    if (!state.broken && words.some((word) => text.includes(word))) {
      state.broken = true;
      this.destroy();
    }
    return Duplex.prototype.write.apply(this, given);
  };
  Object.defineProperty(Socket.prototype, 'write', { value, configurable: true });
  return state;
}

test('an operation whose connection breaks in the moment of writing is told so, and the next is carried out', async () => {
  const intakes = connection.collection('intakes');
  await intakes.findOne({});
  const state = breakNextWrite('unlucky');
  await expect(intakes.insertOne({ unlucky: true })).rejects.toThrow(
    /connection .* closed|closed in the moment/,
  );
  expect(state.broken).toBe(true);
  expect(await intakes.countDocuments({})).toBe(0);
});

test('a look at the server whose connection breaks in the moment of writing is followed by others', async () => {
  const client = connection.getClient();
  const state = breakNextWrite('hello', 'ismaster');
  let looks = 0;
  client.on('serverHeartbeatSucceeded', () => (looks += Number(state.broken)));
  await waitUntil('the server to be looked at again', 30_000, () => looks > 0);
  expect(await connection.collection('intakes').countDocuments({})).toBe(0);
});
