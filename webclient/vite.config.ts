import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.ROUNDTABLE_SERVER ?? 'http://localhost:8080';
const proxy = { '/api': { target: server, ws: true, changeOrigin: false } };

// Every path of the site is one page (index.html); the C++ server does the same with dist/.
export default defineConfig({
  appType: 'spa',
  resolve: {
    alias: { '@': here('./src'), '@tests': here('../tests/web') },
    // tests/web has no packages of its own: what it imports comes from here.
    dedupe: ['preact', '@preact/signals'],
  },
  // Files of tests/web have no tsconfig above them to say so.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // The gallery beside it is for pictures: left to itself, the scan stops at its imports and prepares nothing.
  optimizeDeps: { entries: 'index.html' },
  server: { proxy, fs: { allow: ['.', '../tests/web'] } },
  preview: { proxy },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The start with all that it needs is one file: a way less over a thin line, and it packs better than its parts.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', test: /\/src\/main\.tsx$/ }] } } },
  },
});
