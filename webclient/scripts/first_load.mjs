// What a phone fetches on a first visit, found as a browser would: the start, what the attendee's page imports, its styles,
// and the core of those who are not staff.
import { readdirSync, readFileSync } from 'node:fs';

const named = /(?:from|import|src=|href=)\s*["'`](?:\.|\/assets)\/([\w.-]+\.(?:js|css))["'`]/g;

/** Paths below `dist`, in the order in which they are found. */
export function firstLoad(dist) {
  const assets = readdirSync(`${dist}assets`);
  const isNeeded = (name) => /^(AttendeePage-.*\.js|roundtable_attendee-.*\.wasm)$/.test(name);
  const needed = new Set(['index.html', ...assets.filter(isNeeded).map((name) => `assets/${name}`)]);
  for (const path of needed) {
    if (!/\.(html|js)$/.test(path)) continue;
    const text = readFileSync(dist + path, 'utf8');
    for (const [, file] of text.matchAll(named)) needed.add(`assets/${file}`);
    for (const file of stylesOf(text)) needed.add(file);
  }
  return [...needed];
}

/** The styles that Vite's loader fetches with the attendee's page; its scripts are found by their imports. */
function stylesOf(text) {
  const list = /m\.f=(\[[^\]]*\])/.exec(text)?.[1];
  const places = /AttendeePage-[\w-]+\.js[`'"]\)[^[]*?__vite__mapDeps\((\[[\d,]*\])\)/.exec(text)?.[1];
  if (list === undefined || places === undefined) return [];
  const files = JSON.parse(list);
  return JSON.parse(places)
    .map((place) => files[place])
    .filter((file) => file.endsWith('.css'));
}
