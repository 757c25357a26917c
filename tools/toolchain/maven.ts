import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { needProgram } from './need-program';
import type { Progress } from './progress';
import { runCommand } from './run-command';

/** Copies the jars that a list (a pom.xml) names, with what they need, into `folder`/lib. */
export async function fetchJars(pom: string, folder: string, say: Progress): Promise<void> {
  await needJava(say);
  await needProgram('mvn', ['maven'], 'Maven (https://maven.apache.org)', say);
  const lib = join(folder, 'lib');
  await mkdir(lib, { recursive: true });
  // A pom's own folder would get a target/; ours is read-only in spirit, so Maven works in the scratch folder.
  await runCommand(
    'mvn',
    [
      '-q',
      '-B',
      '-f',
      pom,
      'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${lib}`,
    ],
    { cwd: folder },
  );
}

export async function needJava(say: Progress): Promise<void> {
  await needProgram(
    'java',
    ['default-jdk-headless'],
    'a Java development kit, 17 or newer (https://adoptium.net)',
    say,
  );
  await needProgram(
    'javac',
    ['default-jdk-headless'],
    'a Java development kit, 17 or newer (https://adoptium.net)',
    say,
  );
}
