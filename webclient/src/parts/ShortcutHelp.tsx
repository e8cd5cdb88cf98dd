import type { CommandType } from '@/core/types';
import { type Key, t } from '@/text';
import { useView } from './context';
import { Dialog } from './Dialog';
import { keyOf, type Shortcut, shortcutsOn, switchShortcuts } from './shortcuts';

type Line = [Shortcut, Key, CommandType | null];

/** The parts of a page that listen to keys. */
const lines = {
  agenda: [
    [keyOf.next_phase, 'command.phase.next', 'phase.next'],
    [keyOf.pause, 'key.pause', 'phase.pause'],
    [keyOf.longer, 'phase.extend', 'phase.extend'],
    [keyOf.shorter, 'phase.shorten', 'phase.extend'],
    [keyOf.fit, 'fit.title', 'agenda.fit'],
  ],
  turn: [
    [keyOf.end_turn, 'turn.end', 'floor.end'],
    [keyOf.more_time, 'key.more_time', 'floor.extend'],
    [keyOf.pause_turn, 'key.pause_turn', 'floor.pause'],
    [keyOf.did_not_speak, 'turn.did_not_speak', 'floor.did_not_speak'],
  ],
  undo: [[keyOf.undo, 'key.undo', 'undo']],
  talks: [[keyOf.next_talk, 'talk.start', 'talk.start']],
  queue: [
    [keyOf.give, 'key.give', 'floor.give'],
    [keyOf.give_anybody, 'give.anybody_title', 'floor.give'],
    [keyOf.hand_away, 'command.hand.away', 'hand.away'],
    [keyOf.queue_mode, 'key.queue_mode', 'floor.mode'],
    [keyOf.turn_length, 'key.turn_length', 'floor.turn_length'],
  ],
  questions: [
    [keyOf.approve, 'key.approve', 'question.approve'],
    [keyOf.merge, 'key.merge', 'question.merge'],
    [keyOf.reject, 'key.reject', 'question.reject'],
    [keyOf.show, 'key.show', 'question.show'],
    [keyOf.take_down, 'key.take_down', 'question.show'],
    [keyOf.answered, 'key.answered', 'question.answer'],
  ],
  wall: [[keyOf.blank, 'wall.blank', 'display.blank']],
} satisfies Record<string, Line[]>;
const everywhere: Line[] = [
  [keyOf.take_over, 'key.take_over', 'chair.take'],
  [keyOf.copy_paper, 'key.copy_paper', null],
  [keyOf.help, 'key.title', null],
];
export type KeyArea = keyof typeof lines;

/** What each key does on this page, and the switch that silences them all. */
export function ShortcutHelp({ areas, close }: { areas: readonly KeyArea[]; close: () => void }) {
  const { may } = useView().me;
  const shown = areas
    .flatMap((area): Line[] => lines[area])
    .concat(everywhere)
    .filter(([, , needs]) => needs === null || may.includes(needs));
  return (
    <Dialog title={t('key.title')} close={close}>
      <label class="check">
        <input
          type="checkbox"
          checked={shortcutsOn.value}
          onChange={(event) => switchShortcuts(event.currentTarget.checked)}
          data-testid="shortcuts-on"
        />
        {t('key.switch')}
      </label>
      <p class="hint">{t('key.hint')}</p>
      <table class="table">
        <tbody>
          {shown.map(([key, label]) => (
            <tr key={key}>
              <td>{t(label)}</td>
              <td class="key-cell">
                <kbd class="key-name">{key.toUpperCase()}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
