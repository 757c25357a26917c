import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const app = process.env['WEB_APP'] === 'console' ? 'console' : 'portal';

/** One application per run: `WEB_APP=portal` (the default) or `console`. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'web', app),
  base: app === 'console' ? '/consola/' : '/',
  // Filled in for each answer by the server.
  html: { cspNonce: '%NONCE%' },
  css: { postcss: { plugins: [] } },
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
