import { findMongod } from './mongod';
import { toStandardError } from './progress';
import type { MongoOptions, RunningMongo } from './running-mongo';
import { startMongoJava } from './start-mongo-java';
import { startMongod } from './start-mongod';

/** Starts a MongoDB of our own on the loopback interface and returns when it takes writes. */
export async function startMongo(options: MongoOptions = {}): Promise<RunningMongo> {
  const mongod = await findMongod(options.say ?? toStandardError);
  return mongod ? startMongod(mongod, options) : startMongoJava(options);
}
