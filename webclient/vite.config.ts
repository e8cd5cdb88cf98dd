import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const server = process.env.ROUNDTABLE_SERVER ?? 'http://localhost:8080';
const proxy = { '/api': { target: server, ws: true, changeOrigin: false } };

// Every path of the site is one page (index.html); the C++ server does the same with dist/.
export default defineConfig({
  appType: 'spa',
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy, fs: { allow: ['.', '../tests/web'] } },
  preview: { proxy },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
