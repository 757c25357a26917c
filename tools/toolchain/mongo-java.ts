import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheEntry } from './cache-entry';
import { fetchJars } from './maven';
import type { Progress } from './progress';
import { toolchainFile } from './project-root';
import { runCommand } from './run-command';

/** The command line of our Java server that speaks MongoDB's protocol, without its own arguments (port, file). */
export async function mongoJavaCommand(say: Progress): Promise<{ program: string; args: string[] }> {
  const jars = await cacheEntry('mongo-java-server-1.47.0', say, async (scratch) => {
    say('MongoDB: none here, so fetching mongo-java-server with Maven (about 10 s, once) …');
    const made = join(scratch, 'made');
    await mkdir(made);
    await fetchJars(toolchainFile('mongo-java', 'pom.xml'), made, say);
    return made;
  });
  const sources = readdirSync(toolchainFile('mongo-java'))
    .filter((name) => name.endsWith('.java'))
    .map((name) => toolchainFile('mongo-java', name));
  const classes = await cacheEntry(`mongo-java-classes-${hash(sources)}`, say, async (scratch) => {
    const made = join(scratch, 'made');
    await mkdir(made);
    await runCommand('javac', ['-nowarn', '-d', made, '-cp', join(jars, 'lib', '*'), ...sources]);
    return made;
  });
  const args = [
    '-XX:TieredStopAtLevel=1',
    '-Xshare:auto',
    '-cp',
    `${classes}:${join(jars, 'lib', '*')}`,
    'MongoJava',
  ];
  return { program: 'java', args };
}

function hash(files: readonly string[]): string {
  const sum = createHash('sha256');
  for (const file of [...files].sort()) sum.update(readFileSync(file));
  return sum.digest('hex').slice(0, 12);
}
