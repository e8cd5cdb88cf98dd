import type { Id, PersonView, SignalsView } from '@/core/types';
import { t } from '@/text';
import { list } from '@/text/format';
import { useView } from './context';
import { AnswerSignal } from './SignalAnswers';

const namedAtMost = 6;

/** What goes wrong for whom, so that somebody can act before the person gives up. */
export function SignalsPanel() {
  const { signals, people } = useView();
  return (
    <section class="signals" aria-label={t('signals.title')} aria-live="polite" data-testid="signals">
      {signals.active.map((active) => (
        <div key={active.signal} class="signal" data-testid={`signal-${active.signal}`}>
          <p>{signalSentence(active)}</p>
          <p class="small signal-names">{namesOf(active.people, people)}</p>
          <AnswerSignal active={active} />
        </div>
      ))}
    </section>
  );
}

export const signalSentence = (active: SignalsView['active'][number]): string =>
  t(`signals.${active.signal}`, { who: who(active), count: active.people.length });

/** Names to call, as the video call shows them where that differs. */
function namesOf(ids: Id[], people: PersonView[]): string {
  const known = ids.flatMap((id) => people.find((person) => person.person === id) ?? []);
  const shown = known.slice(0, namedAtMost).map((person) => person.call_name ?? person.name);
  return known.length > namedAtMost ? [...shown, '…'].join(', ') : shown.join(', ');
}

function who(active: SignalsView['active'][number]): string {
  const parts = [
    active.online > 0 ? t('signals.online', { count: active.online }) : '',
    active.onsite > 0 ? t('signals.onsite', { count: active.onsite }) : '',
    active.not_stated > 0 ? t('signals.not_stated', { count: active.not_stated }) : '',
  ];
  return list(parts.filter((part) => part !== ''));
}
