import { useState } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { AgendaView, Id, PhaseKind, PhaseView } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { useRoundtable } from './context';
import { Dialog } from './Dialog';
import { ChoiceField, TextField } from './Field';
import { placesToMove } from './talks';

interface Props {
  phase: PhaseView;
  order: readonly Id[];
  moving: (order: string) => void;
}

/** Up, down and out, for a part that has not started. The core says where it may go. */
export function PhaseChanges({ phase, order, moving }: Props) {
  if (!phase.movable) return null;
  const { up, down } = placesToMove(order, phase.phase);
  const index = order.indexOf(phase.phase);
  const moved = (to: number) => {
    const rest = order.filter((each) => each !== phase.phase);
    moving([...rest.slice(0, to), phase.phase, ...rest.slice(to)].join());
  };
  const confirmed = phase.speakers.length > 0 ? 'plan.drop_with_talks' : 'plan.drop_confirm';
  return (
    <span class="row plan-change">
      {up !== undefined && (
        <ActionButton
          command={{ type: 'phase.move', data: { phase: phase.phase, ...up } }}
          label={t('plan.up')}
          about={phase.title}
          sent={() => moved(index - 1)}
        />
      )}
      {down !== undefined && (
        <ActionButton
          command={{ type: 'phase.move', data: { phase: phase.phase, ...down } }}
          label={t('plan.down')}
          about={phase.title}
          sent={() => moved(index + 1)}
        />
      )}
      <ActionButton
        command={{ type: 'phase.drop', data: { phase: phase.phase } }}
        label={t('plan.drop')}
        kind="danger"
        about={phase.title}
        confirm={() => window.confirm(t(confirmed, { title: phase.title }))}
      />
    </span>
  );
}

const kinds: readonly PhaseKind[] = [
  'discussion',
  'presentations',
  'questions',
  'breakouts',
  'report_back',
  'wrap_up',
  'break',
];
const usualMinutes = '10';
const longestMinutes = 12 * 60;

/** Whole seconds of what was typed; null where a part cannot last so long. */
export function secondsOfPart(typed: string): number | null {
  const minutes = Number(typed.trim().replace(',', '.'));
  return Number.isFinite(minutes) && minutes >= 1 && minutes <= longestMinutes ? Math.round(minutes * 60) : null;
}

/** Where a part can be put: before one that has not started and stands behind the one that runs. */
export function placesOf(agenda: AgendaView): PhaseView[] {
  const running = agenda.phases.findIndex((phase) => phase.phase === agenda.current);
  return agenda.phases.slice(running + 1);
}

/** A part more, at the end or before another. */
export function PhaseAdd({ agenda, close }: { agenda: AgendaView; close: () => void }) {
  const { live } = useRoundtable();
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<PhaseKind>('discussion');
  const [minutes, setMinutes] = useState(usualMinutes);
  const [before, setBefore] = useState('');
  const seconds = secondsOfPart(minutes);
  const ready = title.trim() !== '' && seconds !== null;
  const add = (event: Event) => {
    event.preventDefault();
    if (!ready) return;
    const place = before === '' ? {} : { before: Number(before) };
    live.send({ type: 'phase.add', data: { title: title.trim(), kind, seconds, ...place } });
    close();
  };
  return (
    <Dialog title={t('plan.add_title')} close={close}>
      <form class="form" onSubmit={add}>
        <TextField label={t('plan.title')} value={title} change={setTitle} limit={characters.title} required />
        <ChoiceField
          label={t('plan.kind')}
          value={kind}
          choices={kinds.map((each) => [each, t(`phase_kind.${each}`)] as const)}
          change={setKind}
        />
        <TextField label={t('plan.minutes')} value={minutes} change={setMinutes} limit={5} required />
        <ChoiceField
          label={t('plan.place')}
          value={before}
          choices={[
            ['', t('plan.at_the_end')] as const,
            ...placesOf(agenda).map((phase) => [String(phase.phase), phase.title] as const),
          ]}
          change={setBefore}
        />
        <button type="submit" class="button primary" aria-disabled={!ready}>
          {t('plan.add_send')}
        </button>
      </form>
    </Dialog>
  );
}
