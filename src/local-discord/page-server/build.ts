/** Builds the page: `build.ts FROM TO`. A process of its own, started by `site.ts`. */
import { join } from 'node:path';
import { build } from 'vite';

const [, , from, to] = process.argv;
if (from === undefined || to === undefined) throw new Error('Usage: build.ts FROM TO');

await build({
  root: from,
  configFile: false,
  envFile: false,
  publicDir: false,
  logLevel: 'error',
  cacheDir: join(to, '..', '.vite'),
  resolve: {
    // Lit's own writes a style attribute, which the page's content security policy does not let through.
    alias: { 'lit/directives/style-map.js': join(from, 'drawing/style-map.ts') },
  },
  build: {
    outDir: to,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
