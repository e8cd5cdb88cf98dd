import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The tests live beside the other tests of the project, outside this package: their imports are resolved from here.
export default defineConfig({
  resolve: {
    alias: {
      '@': here('./src'),
      'preact/jsx-runtime': here('./node_modules/preact/jsx-runtime'),
      '@preact/signals': here('./node_modules/@preact/signals'),
      vite: here('./node_modules/vite'),
    },
  },
  test: {
    globals: true,
    root: here('.'),
    dir: here('../tests/web'),
    include: ['**/*.test.{ts,tsx}'],
    environment: 'node',
    // Tests of parts say the sentences that those parts' pages bring along.
    setupFiles: [here('./src/text/desk_sentences.ts')],
    // Machines that compile meanwhile are slow to read three hundred files.
    testTimeout: 30_000,
  },
});
