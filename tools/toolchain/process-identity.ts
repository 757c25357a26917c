import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A process, told apart from a later one that got the same number by when it began. */
export interface ProcessIdentity {
  pid: number;
  /** Opaque: clock ticks since boot on Linux, a date elsewhere. */
  began: string;
}

export async function thisProcess(): Promise<ProcessIdentity> {
  return { pid: process.pid, began: (await beginningOf(process.pid)) ?? '' };
}

/** The identity of a running process; undefined when there is none with this number. */
export async function identify(pid: number): Promise<ProcessIdentity | undefined> {
  const began = await beginningOf(pid);
  return began === undefined ? undefined : { pid, began };
}

/** Whether exactly that process still runs (a zombie does not count as running). */
export async function isSameProcess(known: ProcessIdentity): Promise<boolean> {
  return known.began !== '' && (await beginningOf(known.pid)) === known.began;
}

async function beginningOf(pid: number): Promise<string | undefined> {
  return process.platform === 'linux' ? beginningOnLinux(pid) : beginningByPs(pid);
}

async function beginningOnLinux(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The command name is in parentheses and may hold anything, so count from the last one: state is field 3.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

async function beginningByPs(pid: number): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'lstart=']);
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}
