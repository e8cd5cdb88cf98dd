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

/**
 * The same on a screen as tall as the page: a control that lies half under what sticks to the screen's lower edge until one scrolls
 * is not too small. That it can be brought out is what `expectFocusInSight` proves.
 */
export async function expectWholePageAccessible(page: Page, what: string): Promise<void> {
  const own = page.viewportSize();
  if (own === null) throw new Error('a page without a size');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: own.width, height });
  await expectAccessible(page, what);
  await page.setViewportSize(own);
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

/** Who goes on by the keyboard sees what has the focus: nothing that sticks to an edge of the screen lies over it. */
export async function expectFocusInSight(page: Page, what: string): Promise<void> {
  const hidden = await page.evaluate(async () => {
    const controls = [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, summary, a[href]')];
    const faults: string[] = [];
    for (const one of controls.filter((each) => each.checkVisibility())) {
      window.scrollTo(0, 0);
      // As far down as it takes for the control to peep out at the lower edge: then the focus alone scrolls nothing.
      const below = one.getBoundingClientRect().bottom - innerHeight;
      if (below > 0) window.scrollTo(0, below);
      one.focus();
      await new Promise(requestAnimationFrame);
      const { left, top, width, height } = one.getBoundingClientRect();
      // Of a field of several lines the browser brings the line that is written in.
      const deepest = one instanceof HTMLTextAreaElement ? top + height / 2 : top + height - 3;
      const inSight = [top + height / 2, deepest].every((y) => {
        const seen = document.elementFromPoint(left + width / 2, y);
        return one.contains(seen) || seen?.contains(one) === true;
      });
      if (document.activeElement === one && !inSight) faults.push(one.textContent?.slice(0, 40) || one.getAttribute('aria-label') || one.tagName);
    }
    (document.activeElement as HTMLElement | null)?.blur();
    window.scrollTo(0, 0);
    return faults;
  });
  expect.soft(hidden, `${what} hides the focus`).toEqual([]);
}

/** The page itself stands still: only what lies between its head and its foot moves. */
export async function expectOneScroll(page: Page, what: string): Promise<void> {
  const [height, seen] = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight] as const);
  expect.soft(height, `${what} scrolls twice`).toBe(seen);
}
