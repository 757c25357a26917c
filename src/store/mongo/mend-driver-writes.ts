import { mongo } from 'mongoose';

interface DriverConnection {
  error: Error | null;
  once(event: 'close', listener: () => void): void;
  off(event: 'close', listener: () => void): void;
}

type Write = (this: DriverConnection, ...given: unknown[]) => Promise<void>;

/**
 * Ends a write with its connection. The driver (7.8 and 7.9) turns a command into bytes between looking at its connection
 * and writing to it; where the connection closes in that moment, it waits for a closed socket to drain, without end and
 * whatever its settings are. A request got no answer then, and a look at the server that stood still kept every later
 * operation from a database that was back. Once per process; a driver that is built otherwise is told at once.
 * @throws Error when the driver's connection has no such method: then read whether this is needed at all
 */
export function mendDriverWrites(): void {
  if (mended) return;
  const { prototype } = driverConnection();
  const write = prototype.writeCommand;
  if (typeof write !== 'function')
    throw new Error('The MongoDB driver writes its commands in another way now');
  prototype.writeCommand = function (...given) {
    return new Promise((resolve, reject) => {
      const onClose = (): void =>
        reject(this.error ?? new mongo.MongoNetworkError('The connection closed in the moment of writing'));
      this.once('close', onClose);
      write
        .apply(this, given)
        .then(resolve, reject)
        .finally(() => this.off('close', onClose));
    });
  };
  mended = true;
}

let mended = false;

/** No package of ours but mongoose's own, wherever the installation has put it. */
const DRIVER = 'mongodb';

function driverConnection(): { prototype: { writeCommand?: Write } } {
  const path = require.resolve(`${DRIVER}/lib/cmap/connection`, { paths: [require.resolve('mongoose')] });
  return (module.require(path) as { Connection: { prototype: { writeCommand?: Write } } }).Connection;
}
