import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** In hundredths of the wall's shorter side, as its style sheet has them. */
export interface Sizes {
  most: number;
  least: number;
}

const step = 0.2;

/** The largest size at which nothing is cut; the least where something always is. */
export function largestThatFits({ most, least }: Sizes, fits: (size: number) => boolean): number {
  const steps = Math.ceil((most - least) / step);
  for (let down = 0; down < steps; down += 1) {
    const size = Number((most - down * step).toFixed(2));
    if (fits(size)) return size;
  }
  return least;
}

/** How far letters reach out of a line that is set tighter than they are tall. That is nothing cut. */
function overhang(element: HTMLElement): number {
  const text = document.createRange();
  text.selectNodeContents(element);
  const letters = text.getClientRects()[0]?.height ?? 0;
  return Math.max(0, (letters - Number.parseFloat(getComputedStyle(element).lineHeight)) / 2);
}

/** Sets `--fit` on a box of bounded height, so that what stands in it is as large as it can be without being cut. */
export function useFittedText<E extends HTMLElement>(text: string, { most, least }: Sizes): RefObject<E | null> {
  const box = useRef<E>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const holds = (size: number): boolean => {
      element.style.setProperty('--fit', String(size));
      const tallest = element.clientHeight + overhang(element) + 1;
      return element.scrollHeight <= tallest && element.scrollWidth <= element.clientWidth + 1;
    };
    const setSize = () => {
      element.dataset.cut = String(!holds(largestThatFits({ most, least }, holds)));
    };
    setSize();
    const watcher = new ResizeObserver(setSize);
    if (element.parentElement !== null) watcher.observe(element.parentElement);
    return () => watcher.disconnect();
  }, [text, most, least]);
  return box;
}
