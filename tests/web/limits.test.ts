import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { characters, pollChoices } from '@/core/limits';

const named = readFileSync(new URL('../../shared/core/limits.hpp', import.meta.url), 'utf8');

function inCore(name: string): number {
  const found = new RegExp(`\\b${name} = ([\\d']+);`).exec(named);
  if (found?.[1] === undefined) throw new Error(`limits.hpp names no ${name}`);
  return Number(found[1].replaceAll("'", ''));
}

test.each(Object.entries(characters))('a field for %s ends where the core does', (name, most) => {
  expect(most).toBe(inCore(`${name}_characters`));
});

test('a poll has as many choices as the core takes', () => {
  expect(pollChoices).toBe(inCore('poll_choices'));
});
