import { findOnPath } from './find-on-path';
import type { Progress } from './progress';
import { runCommand } from './run-command';

/**
 * Makes sure that a program is on PATH. On Debian as root it is installed from the distribution's packages.
 * @throws Error that says what to install.
 */
export async function needProgram(
  program: string,
  debianPackages: readonly string[],
  whatToInstall: string,
  say: Progress,
): Promise<void> {
  if (findOnPath(program)) return;
  if (process.getuid?.() === 0 && findOnPath('apt-get')) {
    say(`${program} is missing: installing ${debianPackages.join(', ')} with apt-get (once) …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runCommand('apt-get', ['update', '-qq'], { env });
    await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...debianPackages], {
      env,
    });
    if (findOnPath(program)) return;
  }
  throw new Error(`"${program}" is missing. Please install ${whatToInstall}, and start again.`);
}
