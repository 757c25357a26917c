import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identify, isSameProcess, thisProcess, type ProcessIdentity } from './process-identity';
import { waitUntil } from './wait-until';

interface Note {
  server: ProcessIdentity;
  owner: ProcessIdentity;
}

/** The right to run one server on a data folder. */
export interface Claim {
  /** Notes which process is the server. */
  hold(pid: number): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes a data folder for a server. What an earlier start of ours left running there is ended first: only the very
 * process that was noted (number and beginning agree), and only when the one who started it is gone.
 * @throws Error when somebody else still uses the folder.
 */
export async function claimDataFolder(folder: string, server: string): Promise<Claim> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${server}.pid`);
  const left = await readNote(path);
  if (left && (await isSameProcess(left.server))) {
    if (left.owner.pid !== process.pid && (await isSameProcess(left.owner))) {
      throw new Error(
        `${folder} is in use: process ${left.owner.pid} runs its ${server} there. Stop that first.`,
      );
    }
    await end(left.server, server);
  }
  return {
    async hold(pid) {
      const identity = await identify(pid);
      if (!identity) return;
      const note: Note = { server: identity, owner: await thisProcess() };
      await writeFile(path, JSON.stringify(note));
    },
    release: () => rm(path, { force: true }),
  };
}

async function readNote(path: string): Promise<Note | undefined> {
  try {
    const note = JSON.parse(await readFile(path, 'utf8')) as Note;
    return typeof note.server.pid === 'number' && typeof note.owner.pid === 'number' ? note : undefined;
  } catch {
    // None there, or cut short by a crash: then nothing can be proved to be ours.
    return undefined;
  }
}

async function end(left: ProcessIdentity, server: string): Promise<void> {
  process.kill(left.pid, 'SIGTERM');
  const gone = async (): Promise<boolean> => !(await isSameProcess(left));
  await waitUntil(`the ${server} of an earlier start to end`, 5_000, gone).catch(() => {
    process.kill(left.pid, 'SIGKILL');
  });
  await waitUntil(`the ${server} of an earlier start to be gone`, 5_000, gone);
}
