import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { deviceStore } from '@/link/storage';

/** Every single key that does something. Space is none: it presses the focused control and nothing else. */
export const keyOf = {
  next_phase: 'n',
  pause: 'p',
  longer: '+',
  shorter: '-',
  fit: 'f',
  next_talk: 't',
  give: 'g',
  give_anybody: 'o',
  queue_mode: 'q',
  turn_length: 'l',
  end_turn: 'e',
  more_time: 'x',
  pause_turn: 'h',
  did_not_speak: 'v',
  hand_away: 'y',
  undo: 'u',
  approve: 'a',
  merge: 'm',
  reject: 'r',
  show: 's',
  take_down: 'd',
  answered: 'w',
  take_over: 'k',
  copy_paper: 'c',
  blank: 'b',
  help: '?',
} as const;
export type Shortcut = (typeof keyOf)[keyof typeof keyOf];

const storeKey = 'roundtable:shortcuts';

/** Single keys can be switched off, as WCAG 2.1.4 asks: speech input would press them by accident. */
export const shortcutsOn = signal(deviceStore.get(storeKey) !== 'off');

export function switchShortcuts(on: boolean): void {
  shortcutsOn.value = on;
  deviceStore.set(storeKey, on ? 'on' : 'off');
}

type Press = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'repeat' | 'defaultPrevented'
>;
const composing = 229;

/** A bare press of `key`. Shift counts where it is not needed to write the sign. */
export function isPressOf(key: string, press: Press): boolean {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat || press.defaultPrevented) return false;
  if (press.isComposing || press.keyCode === composing) return false;
  const letter = /^[a-z]$/.test(key);
  return press.key.toLowerCase() === key && !(letter && press.shiftKey);
}

const writtenIn = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Keys belong to the field that is written in, and to an open dialog. */
export function keysAreTaken(target: Pick<Element, 'closest'> | null, page: Pick<Document, 'querySelector'>): boolean {
  return target?.closest(writtenIn) != null || page.querySelector('dialog[open]') !== null;
}

/** The key follows what is drawn without a gap: a press right after a change must not meet the act of before. */
export function useShortcut(key: Shortcut | undefined, act: () => void): void {
  const drawn = useRef(act);
  drawn.current = act;
  useLayoutEffect(() => {
    if (key === undefined) return;
    const pressed = (event: KeyboardEvent) => {
      if (!shortcutsOn.value || !isPressOf(key, event)) return;
      if (keysAreTaken(event.target instanceof Element ? event.target : null, document)) return;
      event.preventDefault();
      drawn.current();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [key]);
}
