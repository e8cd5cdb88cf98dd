import { useRef, useState } from 'preact/hooks';
import type { TickView } from '@/core/types';
import { t } from '@/text';
import { isSending } from './ActionButton';
import { useRoundtable } from './context';
import { ChoiceField } from './Field';
import { groupName } from './group_names';
import { Gone, StillList, StillNews, useStill } from './StillList';
import { Arrivals, ticksFor } from './tick_order';
import { Words } from './Words';

/** Who has to be moved in the call, by the name used there: who came last stands first, who is there goes below. */
export function BreakoutTicks({ ticks }: { ticks: readonly TickView[] }) {
  const [room, setRoom] = useState('');
  const rooms = [...new Map(ticks.map((tick) => [String(tick.group), tick])).values()].sort(
    (a, b) => a.number - b.number,
  );
  const arrivals = useRef(new Arrivals());
  const still = useStill(ticksFor(ticks, room, arrivals.current.see(ticks)), (tick) => tick.person, room);
  const left = ticks.filter((tick) => !tick.moved).length;
  if (ticks.length === 0) return null;
  return (
    <section class="ticks" aria-labelledby="ticks-title" data-testid="ticks">
      <div class="split still-head">
        <h3 id="ticks-title" class="eyebrow">
          {t('tick.title', { count: left, all: ticks.length })}
        </h3>
        <StillNews still={still} />
      </div>
      <ChoiceField
        label={t('tick.room')}
        value={room}
        choices={[['', t('tick.all_rooms')], ...rooms.map((tick) => [String(tick.group), roomName(tick)] as const)]}
        change={setRoom}
      />
      <StillList still={still} class="plain-list tick-list">
        {(tick) => <Tick tick={tick} />}
      </StillList>
    </section>
  );
}

const roomName = (tick: TickView): string =>
  tick.room === '' || tick.room === String(tick.number) ? groupName(tick) : `${groupName(tick)} · ${tick.room}`;

function Tick({ tick }: { tick: TickView }) {
  const { live } = useRoundtable();
  const command = { type: 'breakout.tick', data: { person: tick.person, on: !tick.moved } } as const;
  const sending = isSending(live, command);
  const refused = live.check(command) !== null;
  const known = tick.call_name === '' ? tick.name : tick.call_name;
  return (
    <li data-moved={tick.moved} data-testid={`tick-${tick.person}`}>
      <label class="check">
        <input
          type="checkbox"
          checked={sending ? !tick.moved : tick.moved}
          aria-disabled={refused || sending}
          onClick={(event) => {
            if (refused || sending) event.preventDefault();
          }}
          onChange={() => {
            if (!refused && !sending) live.send(command);
          }}
        />
        <span>
          <strong>
            <Words>{known}</Words>
          </strong>
          {known !== tick.name && (
            <span class="quiet">
              {' '}
              <Words>{tick.name}</Words>
            </span>
          )}
          <span class="tick-room"> → {roomName(tick)}</span>
          <Gone />
        </span>
      </label>
    </li>
  );
}
