import { useState } from 'preact/hooks';
import type { PollView } from '@/core/poll_types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { useRoundtable, useView } from './context';
import { Field } from './Field';
import { choicesOf, sorted, takesHands } from './poll_words';

/** The counts of a show of hands, typed by staff and marked as theirs. */
export function PollHands({ poll }: { poll: PollView }) {
  const { live } = useRoundtable();
  const { me, session } = useView();
  const [typed, setTyped] = useState<string[] | null>(null);
  const mayCount = me.may.includes('poll.count_hands') && session.status !== 'closed';
  if (!mayCount || !takesHands(poll.kind) || poll.status === 'draft') return null;
  const choices = choicesOf(poll);
  const fields = typed ?? choices.map((_, index) => (poll.hands.length > 0 ? String(poll.hands[index] ?? 0) : ''));
  const save = (event: Event) => {
    event.preventDefault();
    if (fields.every((field) => field === '')) return;
    live.send({ type: 'poll.count_hands', data: { poll: poll.poll, counts: fields.map(Number) } });
    setTyped(null);
  };
  return (
    <details class="more" open={poll.hands.length > 0} data-testid={`hands-${poll.poll}`}>
      <summary>{t('poll_hands.title')}</summary>
      <form class="form" onSubmit={save}>
        <p class="hint">{t('poll_hands.hint')}</p>
        <div class="poll-hands">
          {choices.map((choice, index) => (
            <Field key={choice} label={choice}>
              {({ id }) => (
                <input
                  id={id}
                  type="number"
                  inputmode="numeric"
                  min={0}
                  max={100_000}
                  step={1}
                  value={fields[index]}
                  onInput={({ currentTarget: { value } }) =>
                    setTyped(fields.map((field, place) => (place === index ? value : field)))
                  }
                />
              )}
            </Field>
          ))}
        </div>
        <div class="row">
          <button type="submit" class="button plain">
            {t('poll_hands.save')}
          </button>
          {poll.hands.length > 0 && (
            <ActionButton
              command={{ type: 'poll.count_hands', data: { poll: poll.poll, counts: [] } }}
              label={t('poll_hands.clear')}
              about={poll.title}
              sent={() => setTyped(null)}
            />
          )}
        </div>
      </form>
    </details>
  );
}

/** For the floor runner, who stands in the rows: hands of what is open now. */
export function HandsOfPolls() {
  const { polls } = useView();
  const open = sorted(polls, 'open').filter((poll) => takesHands(poll.kind));
  if (open.length === 0) return null;
  return (
    <section class="panel" aria-label={t('poll_hands.title')}>
      {open.map((poll) => (
        <div key={poll.poll}>
          <p class="strong">{poll.title}</p>
          <PollHands poll={poll} />
        </div>
      ))}
    </section>
  );
}
