// Brings the core, and the modules of the report and of groups, that CMake's preset `wasm` built to where Vite looks for them.
import { copyFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

for (const name of [
  'roundtable.wasm',
  'roundtable_attendee.wasm',
  'roundtable_report.wasm',
  'roundtable_groups.wasm',
]) {
  const from = fileURLToPath(new URL(`../../build/wasm/shared/wasm/${name}`, import.meta.url));
  const to = fileURLToPath(new URL(`../src/core/${name}`, import.meta.url));
  if (existsSync(from)) {
    copyFileSync(from, to);
  } else if (!existsSync(to)) {
    console.error(
      `No ${from}.\nBuild the core first: scripts/build (or cmake --preset wasm && cmake --build --preset wasm).`,
    );
    process.exit(1);
  }
}
