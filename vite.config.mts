import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const app = process.env['WEB_APP'] === 'console' ? 'console' : 'portal';

/** One application per run: `WEB_APP=portal` (the default) or `console`. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'web', app),
  base: app === 'console' ? '/consola/' : '/',
  // Filled in for each answer by the server.
  html: { cspNonce: '%NONCE%' },
  css: { postcss: { plugins: [] } },
  plugins: [compressed()],
  // Nothing inlined as data: the content security policy allows our own origin only.
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web', app),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Directives for servers that render React mean nothing in a bundle for browsers.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});

/** Leaves texts compressed beside themselves (src/api/http/hashed-assets.ts gives them to browsers that take them). */
function compressed(): Plugin {
  /** Below this a compressed file saves no packet. */
  const worthIt = 1_024;
  return {
    name: 'compressed-assets',
    apply: 'build',
    async writeBundle({ dir = '.' }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /^assets\/.*\.(js|css|svg)$/.test(name));
      for (const file of texts.map((name) => join(dir, name))) {
        const content = await readFile(file);
        if (content.length < worthIt) continue;
        await writeFile(`${file}.br`, await promisify(brotliCompress)(content));
        await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
      }
    },
  };
}
