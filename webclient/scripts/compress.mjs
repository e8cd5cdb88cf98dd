// Writes FILE.br and FILE.gz beside each file of dist/, once and at the best level, so that the server only picks one. Browsers take
// Brotli over TLS alone; in a room without it gzip is what counts.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { firstLoad } from './first_load.mjs';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const worthIt = /\.(html|js|css|wasm|svg)$/;
const total = { br: 0, gz: 0 };
const names = readdirSync(dist, { recursive: true }).filter((path) => worthIt.test(path));

const first = new Set(firstLoad(dist));

for (const name of names) {
  const bytes = readFileSync(dist + name);
  const br = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  const gz = gzipSync(bytes, { level: 9 });
  writeFileSync(`${dist}${name}.br`, br);
  writeFileSync(`${dist}${name}.gz`, gz);
  if (first.has(name)) {
    total.br += br.length;
    total.gz += gz.length;
  }
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
console.log(`First load of an attendee: ${kilobytes(total.br)} Brotli, ${kilobytes(total.gz)} gzip`);
