import { useContext } from 'preact/hooks';
import type { Command } from '@/core/types';
import type { LiveSession } from '@/link/session';
import { t } from '@/text';
import { refusalText } from '@/text/refusals';
import { KeyCap, keyName } from './Button';
import { useRoundtable } from './context';
import { RowGone } from './row_gone';
import { type Shortcut, useShortcut } from './shortcuts';

interface Props {
  command: Command;
  label: string;
  kind?: 'primary' | 'plain' | 'danger';
  shortcut?: Shortcut | undefined;
  /** What the button is about, for people who hear it away from its row. */
  about?: string | undefined;
  pressed?: boolean;
  /** Has the focus when its dialog opens. */
  first?: boolean;
  /** Asks before sending; the command goes out only when it answers true. */
  confirm?: () => boolean;
  sent?: () => void;
  testid?: string;
}

export function isSending(live: LiveSession, command: Command): boolean {
  const wanted = JSON.stringify(command);
  return live.waiting.value.some((waiting) => JSON.stringify(waiting.command) === wanted);
}

/** One button, one command. The core says whether it is shown, and whether it can be pressed now. */
export function ActionButton(props: Props) {
  const { live } = useRoundtable();
  const foreseen = live.check(props.command);
  const refusal = useContext(RowGone) ? 'not_found' : foreseen;
  const sending = isSending(live, props.command);
  const press = () => {
    if (refusal !== null || sending || props.confirm?.() === false) return;
    live.send(props.command);
    props.sent?.();
  };
  useShortcut(refusal === null ? props.shortcut : undefined, press);
  if (foreseen === 'not_allowed' || foreseen === 'unknown_command') return null;
  const label = sending ? t('button.sending') : props.label;
  return (
    <button
      type="button"
      class={`button ${props.kind ?? 'plain'}`}
      aria-disabled={refusal !== null || sending}
      aria-pressed={props.pressed}
      autofocus={props.first}
      aria-keyshortcuts={keyName(props.shortcut)}
      aria-label={props.about === undefined || sending ? undefined : `${props.label}: ${props.about}`}
      title={refusal === null ? undefined : refusalText(props.command.type, refusal)}
      data-testid={props.testid}
      onClick={press}
    >
      {label}
      {!sending && <KeyCap of={props.shortcut} />}
    </button>
  );
}
