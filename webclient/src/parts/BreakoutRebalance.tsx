import { useState } from 'preact/hooks';
import type { BreakoutDesk, GroupMove } from '@/core/types';
import { type FoundMoves, findMoves } from '@/link/group_plan';
import { t } from '@/text';
import { decimal } from '@/text/format';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useRoundtable } from './context';
import { groupWithTable } from './group_names';

/** Open groups that lost their balance: which few moves would mend it, looked at before anyone is moved. */
export function BreakoutRebalance({ desk }: { desk: BreakoutDesk }) {
  const { live } = useRoundtable();
  const [found, setFound] = useState<FoundMoves | 'searching' | null>(null);
  const refusal = live.check({ type: 'breakout.rebalance', data: {} });
  if (refusal !== null) return null;
  const find = async () => {
    setFound('searching');
    const moves = await findMoves(live);
    // Not every page holds everybody: then the server searches, and moves at once.
    if (moves === null) live.send({ type: 'breakout.rebalance', data: {} });
    setFound(moves);
  };
  if (found === null || found === 'searching') {
    const searching = found === 'searching';
    return (
      <div class="row">
        <Button
          label={t(searching ? 'rebalance.searching' : 'rebalance.find')}
          disabled={searching}
          press={find}
          testid="rebalance"
        />
      </div>
    );
  }
  return <Moves desk={desk} found={found} close={() => setFound(null)} />;
}

interface MovesProps {
  desk: BreakoutDesk;
  found: FoundMoves;
  close: () => void;
}

function Moves({ desk, found, close }: MovesProps) {
  const { moves, gain_millionths } = found;
  if (moves.length === 0) {
    return (
      <div class="card" role="status" data-testid="rebalance-moves">
        <p>{t('rebalance.none')}</p>
        <Button label={t('button.close')} press={close} />
      </div>
    );
  }
  return (
    <section class="card" aria-labelledby="rebalance-title" data-testid="rebalance-moves">
      <h3 id="rebalance-title">{t('rebalance.title', { count: moves.length })}</h3>
      {gain_millionths > 0 && <p class="quiet">{t('move.better', { cost: decimal(gain_millionths / 1_000_000) })}</p>}
      <ul class="plain-list">
        {moves.map((move) => (
          <li key={move.person}>{moveWords(desk, move)}</li>
        ))}
      </ul>
      <div class="row">
        <ActionButton
          command={{ type: 'breakout.rebalance', data: { moves } }}
          label={t('rebalance.move')}
          kind="primary"
          sent={close}
          testid="rebalance-apply"
        />
        <Button label={t('rebalance.leave')} press={close} />
      </div>
    </section>
  );
}

/** "Ana: Group 1 → Group 3". */
export function moveWords(desk: Pick<BreakoutDesk, 'groups' | 'ungrouped'>, { person, group }: GroupMove): string {
  const from = desk.groups.find((each) => each.people.some((member) => member.person === person));
  const to = desk.groups.find((each) => each.group === group);
  const everybody = [...desk.ungrouped, ...desk.groups.flatMap((each) => each.people)];
  return t('rebalance.row', {
    name: everybody.find((each) => each.person === person)?.name ?? '',
    from: from === undefined ? t('rebalance.nowhere') : groupWithTable(from),
    to: to === undefined ? '' : groupWithTable(to),
  });
}
