import { join } from 'node:path';
import { freePort } from './free-port';
import { mongoJavaCommand } from './mongo-java';
import { claimDataFolder } from './pid-file';
import { toStandardError } from './progress';
import { running, untilReady, type MongoOptions, type RunningMongo } from './running-mongo';
import { startServerProcess } from './server-process';

/**
 * At most; it is taken only when needed. Without a file it holds everything, uploads included; with one it holds a cache
 * and what is under way: each list that is read at the same time keeps all that it chooses from.
 */
const HEAP = '-Xmx3g';

/** Starts the Java server that stands in for a mongod (tools/toolchain/mongo-java). */
export async function startMongoJava(options: MongoOptions = {}): Promise<RunningMongo> {
  const { program, args } = await mongoJavaCommand(options.say ?? toStandardError);
  const port = options.port ?? (await freePort());
  const claim = options.dataDir ? await claimDataFolder(options.dataDir, 'mongo') : undefined;
  const file = options.dataDir ? [join(options.dataDir, 'mongo.mv')] : [];
  let ready = false;
  const server = startServerProcess(program, [HEAP, ...args, String(port), ...file], {
    logFile: options.dataDir && join(options.dataDir, 'mongo.log'),
    onLine: (line) => (ready ||= line.startsWith('ready ')),
  });
  await claim?.hold(server.pid);
  await untilReady(server, 'MongoDB (mongo-java-server)', () => ready);
  const uri = `mongodb://127.0.0.1:${port}/${options.database ?? 'support'}?directConnection=true`;
  return running(server, 'mongo-java', uri, port, claim);
}
