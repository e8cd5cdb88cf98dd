import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from './playwright';

const source = readFileSync(join(__dirname, '../../webclient/node_modules/axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { target: unknown[]; any: { message: string }[] }[];
}
interface Axe {
  run(where: unknown, options: unknown): Promise<{ violations: Violation[] }>;
}

/** WCAG 2.2 AA, as far as a program can see it. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // The content policy allows no scripts from elsewhere in the page; the test's own world is not bound by it.
  await page.evaluate(source);
  const faults = await page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: Axe }).axe;
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.any[0]?.message ?? ''}`));
  });
  expect.soft(faults, what).toEqual([]);
}

export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const tooWide = await page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1)
      .map((one) => `${one.tagName}.${one.className}: ${one.textContent?.slice(0, 40)}`);
  });
  expect.soft(tooWide, `${what} scrolls sideways`).toEqual([]);
}

/** Buttons whose words do not fit into them. */
export async function expectNothingClipped(page: Page, what: string): Promise<void> {
  const clipped = await page.evaluate(() =>
    [...document.querySelectorAll('button, .button, .chip')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
      .map((one) => one.textContent?.slice(0, 60)),
  );
  expect.soft(clipped, `${what} clips`).toEqual([]);
}

/** The page itself stands still: only what lies between its head and its foot moves. */
export async function expectOneScroll(page: Page, what: string): Promise<void> {
  const [height, seen] = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight] as const);
  expect.soft(height, `${what} scrolls twice`).toBe(seen);
}
