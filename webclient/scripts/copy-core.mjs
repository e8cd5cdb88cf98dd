// Brings the core that CMake's preset `wasm` built to where Vite looks for it.
import { copyFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const from = fileURLToPath(new URL('../../build/wasm/shared/wasm/roundtable.wasm', import.meta.url));
const to = fileURLToPath(new URL('../src/core/roundtable.wasm', import.meta.url));

if (existsSync(from)) {
  copyFileSync(from, to);
} else if (!existsSync(to)) {
  console.error(
    `No ${from}.\nBuild the core first: scripts/build (or cmake --preset wasm && cmake --build --preset wasm).`,
  );
  process.exit(1);
}
