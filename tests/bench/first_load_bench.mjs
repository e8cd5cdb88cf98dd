// What a phone fetches on its first visit, in bytes as they are and as the server sends them. Nothing is asserted about sizes; README.md has
// the bar.
// node tests/bench/first_load_bench.mjs [--quick] [--dist FOLDER]
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { firstLoad } from '../../webclient/scripts/first_load.mjs';

const at = process.argv.indexOf('--dist');
const dist = at < 0 ? fileURLToPath(new URL('../../webclient/dist/', import.meta.url)) : `${process.argv[at + 1]}/`;
const barKilobytes = 150;

/** The bytes that the build laid beside the file, else made here. */
const packed = (path, ending, pack, bytes) => (existsSync(dist + path + ending) ? readFileSync(dist + path + ending) : pack(bytes));
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
const gzip = (bytes) => gzipSync(bytes, { level: 9 });

const rows = firstLoad(dist).map((path) => {
  const bytes = readFileSync(dist + path);
  return {
    path,
    sizes: [bytes, packed(path, '.gz', gzip, bytes), packed(path, '.br', brotli, bytes)].map((each) => each.length),
  };
});
if (!rows.some((row) => row.path.endsWith('.wasm'))) throw new Error('the core of attendees is missing: scripts/build');

const kilobytes = (bytes) => (bytes / 1024).toFixed(1).padStart(10);
const line = (what, sizes, bar = '') => console.log(`${what.padEnd(52)}${sizes.map(kilobytes).join('')}   ${bar}`);
const sum = (some) => [0, 1, 2].map((form) => some.reduce((total, row) => total + row.sizes[form], 0));
const ending = (pattern) => rows.filter((row) => pattern.test(row.path));

console.log(`${'first load of an attendee, KB'.padEnd(52)}${['raw', 'gzip', 'Brotli'].map((word) => word.padStart(10)).join('')}   bar`);
for (const row of rows.toSorted((one, other) => other.sizes[2] - one.sizes[2])) line(`  ${row.path}`, row.sizes);
line('core (WASM)', sum(ending(/\.wasm$/)));
line('scripts', sum(ending(/\.js$/)));
line('styles', sum(ending(/\.css$/)));
line('all', sum(rows), `${barKilobytes} compressed`);
