import type { Command, FloorMode, FloorView } from '@/core/types';
import { t } from '@/text';
import { countdown, minutes, wait } from '@/text/format';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { keyOf } from './shortcuts';

const modes: readonly FloorMode[] = ['open', 'collecting', 'closed'];

/** The floor open, collecting or closed. One key closes the queue, and opens it again. */
export function FloorModeSwitch() {
  const { live } = useRoundtable();
  const { floor, me, session } = useView();
  if (!me.may.includes('floor.mode') || session.status === 'closed') {
    return floor.mode === 'open' ? null : <span class="chip">{t(`mode.${floor.mode}`)}</span>;
  }
  const keyed: FloorMode = floor.mode === 'closed' ? 'open' : 'closed';
  const choose = (mode: FloorMode) => {
    const command: Command = { type: 'floor.mode', data: { mode } };
    if (live.check(command) === null) live.send(command);
  };
  return (
    <fieldset class="segments modes" data-testid="floor-mode">
      <legend class="heard-only">{t('mode.title')}</legend>
      {modes.map((mode) => (
        <Button
          key={mode}
          label={t(`mode.${mode}`)}
          pressed={mode === floor.mode}
          shortcut={mode === keyed ? keyOf.queue_mode : undefined}
          press={() => choose(mode)}
        />
      ))}
    </fieldset>
  );
}

const step = 15;

/** How long turns are from the next one on, and what that means for those who wait. */
export function TurnLength() {
  const { floor, me, session } = useView();
  if (session.status === 'closed') return null;
  const length = (seconds: number): Command => ({ type: 'floor.turn_length', data: { seconds } });
  const now = Math.round(floor.turn_ms / 1000);
  const shorter = Math.ceil(now / step) * step - step;
  const longer = Math.floor(now / step) * step + step;
  const mayChange = me.may.includes('floor.turn_length');
  return (
    <div class="split turn-length">
      <span class="row">
        <span class="quiet small" data-testid="turn-length">
          {t('length.turns', { time: countdown(floor.turn_ms) })}
        </span>
        {mayChange && (
          <>
            <ActionButton command={length(shorter)} label={t('length.shorter')} />
            <ActionButton command={length(longer)} label={t('length.longer')} />
          </>
        )}
      </span>
      <Advice floor={floor} />
    </div>
  );
}

/** Whether all who wait can be heard, and the turn length with which they can. */
function Advice({ floor }: { floor: FloorView }) {
  const { advice } = floor;
  if (advice === null) return null;
  if (advice.needed_ms <= advice.left_ms) {
    return <span class="quiet small">{t('floor.needs', { time: minutes(advice.needed_ms) })}</span>;
  }
  const seconds = Math.round(advice.each_ms / 1000);
  const line = {
    count: advice.waiting,
    each: countdown(floor.turn_ms),
    needed: minutes(advice.needed_ms),
    left: wait(advice.left_ms),
  };
  return (
    <span class="row advice" data-testid="advice">
      <span class="small">{advice.each_ms > 0 ? t('length.advice', line) : t('length.not_all', line)}</span>
      {advice.each_ms > 0 && (
        <ActionButton
          command={{ type: 'floor.turn_length', data: { seconds } }}
          label={t('length.apply', { time: countdown(advice.each_ms) })}
          shortcut={keyOf.turn_length}
          testid="advice-apply"
        />
      )}
    </span>
  );
}
