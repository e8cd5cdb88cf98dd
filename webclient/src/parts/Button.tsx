import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { RowGone } from './row_gone';
import { type Shortcut, shortcutsOn, useShortcut } from './shortcuts';

/** Drawn by the style sheet: the key is no word of the button's label, neither for those who hear it nor for those who say it. */
export function KeyCap({ of }: { of: Shortcut | undefined }) {
  if (of === undefined || !shortcutsOn.value) return null;
  return <span class="key" aria-hidden="true" data-key={of.toUpperCase()} />;
}

/** The key in the words of ARIA; none while single keys are switched off. */
export const keyName = (key: Shortcut | undefined): string | undefined =>
  shortcutsOn.value ? key?.toUpperCase() : undefined;

interface Props {
  label: string;
  press: () => void;
  kind?: 'primary' | 'plain' | 'danger' | 'link';
  shortcut?: Shortcut | undefined;
  about?: string | undefined;
  pressed?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  /** Why it is disabled. */
  reason?: string;
  testid?: string;
  children?: ComponentChildren;
}

/** A button that opens or changes something on this screen only. */
export function Button(props: Props) {
  const disabled = useContext(RowGone) || props.disabled;
  useShortcut(disabled ? undefined : props.shortcut, props.press);
  return (
    <button
      type="button"
      class={`button ${props.kind ?? 'plain'}`}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-disabled={disabled}
      aria-keyshortcuts={keyName(props.shortcut)}
      aria-label={props.about === undefined ? undefined : `${props.label}: ${props.about}`}
      title={props.disabled ? props.reason : undefined}
      data-testid={props.testid}
      onClick={() => {
        if (!disabled) props.press();
      }}
    >
      {props.label}
      {props.children}
      <KeyCap of={props.shortcut} />
    </button>
  );
}
