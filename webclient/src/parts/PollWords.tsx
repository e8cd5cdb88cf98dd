import { useState } from 'preact/hooks';
import type { PollView } from '@/core/poll_types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useView } from './context';
import { Words } from './Words';

/** Which of the answers may stand on screens: none does before staff let it pass. */
export function PollWords({ poll }: { poll: PollView }) {
  const { me } = useView();
  const [chosen, setChosen] = useState<number[] | null>(null);
  const answers = poll.results?.answers ?? [];
  if (poll.kind !== 'words' || answers.length === 0 || !me.may.includes('poll.pass_words')) return null;
  const passed = answers.flatMap((answer, place) => (answer.passed ? [place] : []));
  const places = chosen ?? passed;
  const turn = (place: number) =>
    setChosen(
      places.includes(place) ? places.filter((each) => each !== place) : [...places, place].sort((a, b) => a - b),
    );
  return (
    <fieldset class="choices" data-testid={`pass-words-${poll.poll}`}>
      <legend>{t('poll_words.title')}</legend>
      <p class="hint">{t('poll_words.hint')}</p>
      {answers.map((answer, place) => (
        <label key={answer.text} class="check">
          <input type="checkbox" checked={places.includes(place)} onChange={() => turn(place)} />
          <span>
            <Words>{answer.text}</Words> <span class="quiet small clock">{answer.count}</span>
          </span>
        </label>
      ))}
      <div class="row">
        <ActionButton
          command={{ type: 'poll.pass_words', data: { poll: poll.poll, answers: places } }}
          label={t('poll_words.save')}
          sent={() => setChosen(null)}
          testid={`save-words-${poll.poll}`}
        />
        <Button label={t('poll_words.all')} press={() => setChosen(answers.map((_, place) => place))} />
      </div>
    </fieldset>
  );
}
