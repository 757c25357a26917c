import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../tools/toolchain/project-root';
import { runCommand } from '../../tools/toolchain/run-command';

/** What runs in production: the commands of docker-compose.yml. */
export const ENTRY_POINTS = [
  'src/api/server.js',
  'src/worker.js',
  'tools/setup-engine.js',
  'tools/setup-mongo.js',
  'tools/create-admin.js',
  'tools/check-worker.js',
  'tools/rebuild.js',
] as const;
export type EntryPoint = (typeof ENTRY_POINTS)[number];

/** The service as its image holds it, compiled into a folder of its own; takes about half a minute. */
export class CompiledService {
  private constructor(private readonly folder: string) {}

  static async build(): Promise<CompiledService> {
    const root = projectRoot();
    mkdirSync(join(root, '.data'), { recursive: true });
    const folder = mkdtempSync(join(root, '.data', 'compiled-'));
    const service = new CompiledService(folder);
    try {
      await service.compile(root);
      return service;
    } catch (error) {
      service.remove();
      throw error;
    }
  }

  path(entry: EntryPoint): string {
    return join(this.folder, entry);
  }

  hasWorkflowBundle(): boolean {
    return existsSync(join(this.folder, 'src', 'workflow-bundle.js'));
  }

  /** Packages that the entry points load, through whatever files of ours. */
  packages(): string[] {
    const packages = new Set<string>();
    const files = new Set(ENTRY_POINTS.map((entry) => this.path(entry)));
    for (const file of files) {
      for (const [, module = ''] of readFileSync(file, 'utf8').matchAll(/require\("([^"]+)"\)/g)) {
        if (module.startsWith('.')) files.add(require.resolve(join(dirname(file), module)));
        else if (!module.startsWith('node:') && !builtinModules.includes(module))
          packages.add(nameOf(module));
      }
    }
    return [...packages].sort();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async compile(root: string): Promise<void> {
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const cache = join(this.folder, '.tsbuildinfo');
    const project = join(root, 'tsconfig.build.json');
    const target = ['--outDir', this.folder, '--tsBuildInfoFile', cache];
    await runCommand(process.execPath, [tsc, '-p', project, ...target]);
    await runCommand(process.execPath, [join(this.folder, 'tools', 'bundle-workflows.js')]);
  }
}

/** `@scope/name/lib/x` → `@scope/name`. */
function nameOf(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}
