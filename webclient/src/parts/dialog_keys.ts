import { useLayoutEffect, useRef } from 'preact/hooks';
import { isPressOf, shortcutsOn } from './shortcuts';

const writtenIn = 'input, textarea, select';

/** Single keys of the dialog that is open: `act` gets the place of the key. They can be switched off as all single keys. */
export function useDialogKeys(keys: readonly string[], act: (index: number) => void): void {
  const drawn = useRef(act);
  drawn.current = act;
  const listed = keys.join(' ');
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!shortcutsOn.value) return;
      if (event.target instanceof Element && event.target.closest(writtenIn) !== null) return;
      const index = listed.split(' ').findIndex((key) => isPressOf(key, event));
      if (index < 0) return;
      event.preventDefault();
      drawn.current(index);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [listed]);
}
