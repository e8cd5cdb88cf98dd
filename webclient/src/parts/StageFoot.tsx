import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Stays at the screen's lower edge. The page scrolls what gets the focus clear of it, however high it is at the moment. */
export function StageFoot({ children }: { children: ComponentChildren }) {
  const foot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = foot.current;
    if (element === null) return;
    const page = document.documentElement.style;
    const watch = new ResizeObserver(() => page.setProperty('--foot-height', `${element.offsetHeight}px`));
    watch.observe(element);
    return () => {
      watch.disconnect();
      page.removeProperty('--foot-height');
    };
  }, []);
  return (
    <div ref={foot} class="stage-foot">
      {children}
    </div>
  );
}
