import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../tools/toolchain/project-root';

const WEB = join(projectRoot(), 'web');
const SHEETS = readdirSync(join(projectRoot(), 'node_modules/@mantine/core/styles'));

it('brings the style sheet of every Mantine component that a page uses', () => {
  const brought = sourcesOf(WEB).flatMap((source) =>
    [...source.matchAll(/@mantine\/core\/styles\/(\w+)\.css/g)].map(([, name]) => name),
  );
  const used = new Set(sourcesOf(WEB).flatMap(componentsIn));
  const missing = [...used].filter((name) => SHEETS.includes(`${name}.css`) && !brought.includes(name));
  expect(used.size).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});

function componentsIn(source: string): string[] {
  const imports = source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g);
  return [...imports].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
