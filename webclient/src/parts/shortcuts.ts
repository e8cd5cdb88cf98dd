import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { deviceStore } from '@/link/storage';

const storeKey = 'roundtable:shortcuts';

/** Single keys can be switched off, as WCAG 2.1.4 asks: speech input would press them by accident. */
export const shortcutsOn = signal(deviceStore.get(storeKey) !== 'off');

export function switchShortcuts(on: boolean): void {
  shortcutsOn.value = on;
  deviceStore.set(storeKey, on ? 'on' : 'off');
}

/** Space and Enter belong to the control that has the focus. */
function belongsElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return true;
  if (document.querySelector('dialog[open]') !== null) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, select, [contenteditable]')) return true;
  return event.key === ' ' && target?.closest('button, a, summary') != null;
}

/** The key follows what is drawn without a gap: a press right after a change must not meet the act of before. */
export function useShortcut(key: string | undefined, act: () => void): void {
  const drawn = useRef(act);
  drawn.current = act;
  useLayoutEffect(() => {
    if (key === undefined) return;
    const pressed = (event: KeyboardEvent) => {
      if (!shortcutsOn.value || event.key.toLowerCase() !== key || belongsElsewhere(event)) return;
      event.preventDefault();
      drawn.current();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [key]);
}
