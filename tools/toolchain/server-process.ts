import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ServerProcessOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** File to which its output is appended; without one only the last lines are kept, for error messages. */
  logFile?: string;
  /** Called for every line of output, besides the log. */
  onLine?: (line: string) => void;
}

/** A server that we started and that ends when we do. */
export interface ServerProcess {
  pid: number;
  /** Resolves with a short description ("code 1", "signal SIGKILL") when it has ended. */
  ended: Promise<string>;
  hasEnded(): boolean;
  /** What it printed: all, or of much its beginning, where a crash names its cause, and its end. */
  lastOutput(): string;
  /** Asks it to end, and after `graceMs` (default 10 s) makes it; resolves when it has ended. */
  stop(graceMs?: number): Promise<void>;
  /** SIGKILL, as a crash would end it; resolves when it has ended. */
  kill(): Promise<void>;
}

/**
 * Starts a server in a process group of its own, so that Ctrl-C in the terminal reaches only us and we stop things in
 * order. Its lifeline is a pipe: a guard process waits at the other end and ends the server should we die first,
 * however that happens. The server's own standard input is such a pipe too.
 */
export function startServerProcess(
  program: string,
  args: readonly string[],
  options: ServerProcessOptions = {},
): ServerProcess {
  const child = spawn(program, args, {
    env: options.env ?? process.env,
    cwd: options.cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const output = keepOutput(child, options);
  const guard = child.pid === undefined ? undefined : startGuard(child.pid);
  let over = false;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      over = true;
      resolve(error.code === 'ENOENT' ? `${program} does not exist` : error.message);
    });
    child.once('exit', (code, signal) => {
      over = true;
      guard?.kill('SIGKILL');
      resolve(signal ? `signal ${signal}` : `code ${code}`);
    });
  });
  // A dead server must not take us along when its pipe breaks, nor keep us alive.
  child.stdin.on('error', () => undefined);
  return {
    pid: child.pid ?? -1,
    ended,
    hasEnded: () => over,
    lastOutput: output,
    async stop(graceMs = 10_000) {
      if (!over) {
        child.kill('SIGTERM');
        await Promise.race([ended, sleep(graceMs, undefined, { ref: false })]);
        if (!over) child.kill('SIGKILL');
      }
      await ended;
    },
    async kill() {
      if (!over) child.kill('SIGKILL');
      await ended;
    },
  };
}

function startGuard(pid: number): ChildProcess {
  const guard = spawn(
    '/bin/sh',
    [
      '-c',
      // "read" returns when the pipe closes, that is when we are gone.
      'trap "" INT TERM HUP; read -r _; kill -TERM "$1" 2>/dev/null || exit 0; ' +
        'i=0; while [ $i -lt 50 ] && kill -0 "$1" 2>/dev/null; do sleep 0.1; i=$((i+1)); done; kill -KILL "$1" 2>/dev/null',
      'e-optics-guard',
      String(pid),
    ],
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  );
  guard.stdin?.on('error', () => undefined);
  guard.unref();
  return guard;
}

const HEAD_LENGTH = 1_000;
const TAIL_LENGTH = 3_000;

function keepOutput(child: ChildProcess, options: ServerProcessOptions): () => string {
  const log = options.logFile ? createWriteStream(options.logFile, { flags: 'a' }) : undefined;
  log?.on('error', () => undefined);
  let head = '';
  let cut = '';
  let tail = '';
  let rest = '';
  const sink = (chunk: Buffer): void => {
    log?.write(chunk);
    const text = chunk.toString();
    const forHead = text.slice(0, HEAD_LENGTH - head.length);
    head += forHead;
    tail += text.slice(forHead.length);
    if (tail.length > TAIL_LENGTH) [cut, tail] = ['\n…\n', tail.slice(-TAIL_LENGTH)];
    if (!options.onLine) return;
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(options.onLine);
  };
  child.stdout?.on('data', sink);
  child.stderr?.on('data', sink);
  child.once('close', () => log?.end());
  return () => `${head}${cut}${tail}`.trim();
}
