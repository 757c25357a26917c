// Makes a checkout runnable and runs one of its commands:
// node tools/bootstrap.mjs <start|test|tour|bench|rebuild|rotate-keys|verify-audit|screenshots> [args]
// Plain JavaScript without dependencies: it runs before anything is installed or compiled.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command, ...args] = process.argv.slice(2);

needNode(20, 19);
process.chdir(root);
installPackages();
compile();
if (['start', 'test', 'screenshots'].includes(command)) buildWeb();
runCommand();

function needNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  fail(`Node ${major}.${minor} or newer is needed; this is ${process.versions.node}. See https://nodejs.org`);
}

function installPackages() {
  const note = join('node_modules', '.e-optics-lock');
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;
  if (!installedAsLocked()) {
    say('Installing the npm packages of package-lock.json (about a minute, once) …');
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  writeFileSync(note, wanted);
}

/** Somebody may have run "npm ci": npm leaves a list of what it installed. */
function installedAsLocked() {
  const installed = join('node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const have = packagesOf(installed);
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional }]) =>
      path === '' || have[path]?.version === version || (optional && !have[path]),
  );
}

function compile() {
  const note = join('dist', '.sources');
  const sources = ['src', 'tools'].flatMap(filesBelow).filter((file) => file.endsWith('.ts'));
  const wanted = stampOf([...sources, 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']);
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;

  say('Compiling (about 10 s, only when sources changed) …');
  rmSync(note, { force: true });
  removeOutputWithoutSource(sources);
  run(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json']);
  const bundler = join('dist', 'tools', 'bundle-workflows.js');
  if (existsSync(bundler)) run(process.execPath, [bundler]);
  mkdirSync('dist', { recursive: true });
  writeFileSync(note, wanted);
}

/** The Sitio de clientes and the console, into dist/web. */
function buildWeb() {
  const folder = join('dist', 'web');
  const note = join(folder, '.sources');
  const wanted = stampOf([...filesBelow('web'), 'vite.config.mts', 'package-lock.json']);
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;

  say('Building the web applications (some seconds, only when web/ changed) …');
  rmSync(note, { force: true });
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  for (const app of ['portal', 'console']) {
    run(process.execPath, [vite, 'build', '--logLevel', 'error'], { ...process.env, WEB_APP: app });
  }
  writeFileSync(note, wanted);
}

/** Changes whenever one of the files does. */
function stampOf(files) {
  const stamp = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(file);
    stamp.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return stamp.digest('hex');
}

/** A deleted source would otherwise live on in dist/. */
function removeOutputWithoutSource(sources) {
  const known = new Set(sources.map((file) => join('dist', file.replace(/\.ts$/, '.js'))));
  for (const file of ['dist/src', 'dist/tools'].flatMap(filesBelow)) {
    if (file.endsWith('.js') && !known.has(file)) {
      rmSync(file);
      // What the compiler remembers would make it skip a file that comes back.
      rmSync(join('dist', '.tsbuildinfo'), { force: true });
    }
  }
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(relative('.', entry.parentPath ?? entry.path), entry.name))
    .sort();
}

/**
 * The command gets a process group of its own, so that Ctrl-C in the terminal reaches it once, through us; npm and the
 * terminal tell us of the same Ctrl-C several times. Should we die, it notices by the broken channel.
 */
function runCommand() {
  const program = join('dist', 'tools', `${command}.js`);
  if (!command || !existsSync(program))
    fail(`There is no command "${command ?? ''}" (tools/${command ?? ''}.ts)`);
  const endWithParent = join(root, 'dist', 'tools', 'toolchain', 'end-with-parent.js');
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', '--require', endWithParent, program, ...args],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      detached: true,
    },
  );
  let told = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (Date.now() - told < 500) return;
      told = Date.now();
      child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    });
  }
  if (process.env.npm_lifecycle_event) endWithNpm(child);
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
}

/** A signal that reaches npm alone may end the shell between npm and us without a word. */
function endWithNpm(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 1_000);
  watch.unref();
}

function run(program, programArgs, env = process.env) {
  const { status, error, signal } = spawnSync(program, programArgs, { stdio: 'inherit', env });
  if (error) fail(`${program} could not be started: ${error.message}`);
  if (status !== 0) fail(`${program} ${programArgs.join(' ')} ended with ${signal ?? status}`);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function fail(line) {
  say(line);
  process.exit(1);
}
