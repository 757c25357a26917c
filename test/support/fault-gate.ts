import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Where a write stands when the gate holds it: not yet at the server, or done there and not yet known to its sender. */
export type HoldPoint = 'before' | 'after';

/**
 * A door between one process and its MongoDB. It can be shut; and it can hold one write to one collection, which is how
 * a process is killed between two steps that lie microseconds apart.
 */
export class FaultGate {
  private readonly sockets = new Set<Socket>();
  private isShut = false;
  private watch: { mark: Buffer; point: HoldPoint; reached: () => void } | null = null;

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on('connection', (near) => this.join(near));
  }

  static async open(target: number): Promise<FaultGate> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FaultGate(server, target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Holds the next write of a kind to a collection; resolves when it stands still. */
  hold(operation: 'insert' | 'update', collection: string, point: HoldPoint): Promise<void> {
    return new Promise((reached) => {
      this.watch = { mark: commandMark(operation, collection), point, reached };
    });
  }

  /** Breaks every connection, and each new one at once, as a database that is away does. */
  shut(): void {
    this.isShut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  reopen(): void {
    this.isShut = false;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private join(near: Socket): void {
    if (this.isShut) {
      near.destroy();
      return;
    }
    const far = connect(this.target, '127.0.0.1');
    let held = false;
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes: Buffer) => {
      const { watch } = this;
      if (watch && bytes.includes(watch.mark)) {
        this.watch = null;
        held = true;
        if (watch.point === 'after') {
          far.write(bytes);
          far.once('data', watch.reached);
        } else watch.reached();
        return;
      }
      if (!held) far.write(bytes);
    });
    far.on('data', (bytes: Buffer) => void (held || near.write(bytes)));
  }
}

/** How a command begins in BSON: a string element named after the operation, whose value is the collection. */
function commandMark(operation: string, collection: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32LE(collection.length + 1);
  return Buffer.concat([Buffer.from(`\x02${operation}\0`), length, Buffer.from(`${collection}\0`)]);
}
