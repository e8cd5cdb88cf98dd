import type { ComponentChildren } from 'preact';
import { t } from '@/text';
import { shortcutsOn, useShortcut } from './shortcuts';

const spelled: Record<string, () => string> = { ' ': () => t('key.space') };

/** Drawn by the style sheet: the key is no word of the button's label, neither for those who hear it nor for those who say it. */
export function KeyCap({ of }: { of: string | undefined }) {
  if (of === undefined || !shortcutsOn.value) return null;
  return <span class="key" aria-hidden="true" data-key={spelled[of]?.() ?? of.toUpperCase()} />;
}

/** The key in the words of ARIA; none while single keys are switched off. */
export const keyName = (key: string | undefined): string | undefined =>
  key === undefined || !shortcutsOn.value ? undefined : key === ' ' ? 'Space' : key.toUpperCase();

interface Props {
  label: string;
  press: () => void;
  kind?: 'primary' | 'plain' | 'danger' | 'link';
  shortcut?: string | undefined;
  about?: string | undefined;
  pressed?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  testid?: string;
  children?: ComponentChildren;
}

/** A button that opens or changes something on this screen only. */
export function Button(props: Props) {
  useShortcut(props.disabled ? undefined : props.shortcut, props.press);
  return (
    <button
      type="button"
      class={`button ${props.kind ?? 'plain'}`}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-disabled={props.disabled}
      aria-keyshortcuts={keyName(props.shortcut)}
      aria-label={props.about === undefined ? undefined : `${props.label}: ${props.about}`}
      data-testid={props.testid}
      onClick={() => {
        if (!props.disabled) props.press();
      }}
    >
      {props.label}
      {props.children}
      <KeyCap of={props.shortcut} />
    </button>
  );
}
