import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../toolchain/project-root';
import { startServerProcess, type ServerProcess } from '../toolchain/server-process';

/** Starts a compiled program of ours (a path below dist/) with its log in `dataDir`. */
export function startNodeService(
  program: string,
  options: { name: string; dataDir: string; env: NodeJS.ProcessEnv },
): ServerProcess {
  const path = join(projectRoot(), 'dist', program);
  if (!existsSync(path)) throw new Error(`dist/${program} is missing: was everything compiled?`);
  return startServerProcess(process.execPath, ['--enable-source-maps', path], {
    env: options.env,
    cwd: projectRoot(),
    logFile: join(options.dataDir, `${options.name}.log`),
  });
}
