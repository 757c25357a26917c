import { join } from 'node:path';
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

/**
 * Starts the Java server that stands in for a mongod (tools/toolchain/mongo-java).
 * @param options.expiryEveryS with a folder: seconds between two looks for documents that have expired; 60 unless told
 */
export async function startMongoJava(
  options: MongoOptions & { expiryEveryS?: number } = {},
): Promise<RunningMongo> {
  const { program, args } = await mongoJavaCommand(options.say ?? toStandardError);
  const claim = options.dataDir ? await claimDataFolder(options.dataDir, 'mongo') : undefined;
  const { expiryEveryS } = options;
  const file = options.dataDir
    ? [join(options.dataDir, 'mongo.mv'), ...(expiryEveryS === undefined ? [] : [String(expiryEveryS)])]
    : [];
  let port: number | undefined;
  const server = startServerProcess(program, [HEAP, ...args, String(options.port ?? 0), ...file], {
    logFile: options.dataDir && join(options.dataDir, 'mongo.log'),
    onLine: (line) => (port ??= portOf(line)),
  });
  await claim?.hold(server.pid);
  const listensOn = await untilReady(server, 'MongoDB (mongo-java-server)', () => port);
  const uri = `mongodb://127.0.0.1:${listensOn}/${options.database ?? 'support'}?directConnection=true`;
  return running(server, 'mongo-java', uri, listensOn, claim);
}

function portOf(line: string): number | undefined {
  const told = /^ready (\d+)$/.exec(line);
  return told ? Number(told[1]) : undefined;
}
