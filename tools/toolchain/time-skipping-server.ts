import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachePath } from './cache';
import { cacheEntry } from './cache-entry';
import { fetchJars } from './maven';
import { toStandardError, type Progress } from './progress';
import { toolchainFile } from './project-root';

/** The last number counts changes to the launcher. */
const NAME = 'temporal-test-server-1.38.0-1';

/**
 * The test server in which days pass in milliseconds, as a program for
 * `TestWorkflowEnvironment.createTimeSkipping({server: {executable: {type: 'existing-path', path}}})`.
 */
export async function timeSkippingServer(
  say: Progress = toStandardError,
): Promise<{ executablePath: string }> {
  const folder = await cacheEntry(NAME, say, async (scratch) => {
    say('Time-skipping test server: fetching it with Maven (about 10 s, once) …');
    const made = join(scratch, 'made');
    await mkdir(made);
    await fetchJars(toolchainFile('temporal-test-server', 'pom.xml'), made, say);
    const launcher = join(made, 'temporal-test-server');
    await writeFile(launcher, launcherScript(cachePath(NAME)));
    await chmod(launcher, 0o755);
    return made;
  });
  return { executablePath: join(folder, 'temporal-test-server') };
}

/**
 * The SDK ends the server by killing the process that it started, so the shell must become Java. A look-out beside it
 * ends the server when the process that wanted it has died without doing so.
 */
function launcherScript(folder: string): string {
  const options = '-Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto';
  return `#!/bin/sh
( trap "" INT TERM HUP
  while kill -0 $PPID && kill -0 $$; do sleep 1; done
  kill -KILL $$ ) </dev/null >/dev/null 2>&1 &
exec java ${options} -cp '${folder}/lib/*' io.temporal.testserver.TestServer "$@"
`;
}
