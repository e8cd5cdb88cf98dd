import '@/text/poll_sentences';
import { t } from '@/text';
import { Button } from './Button';
import type { RankAct } from './ranking';
import { StepButton } from './StepButton';
import { Words } from './Words';

interface Props {
  choices: readonly string[];
  /** The order so far, best first. */
  picks: readonly number[];
  change: (pick: number, act: RankAct) => void;
  testid: string;
}

/** One's own order of some choices, and what is not in it yet. */
export function RankList({ choices, picks, change, testid }: Props) {
  const left = choices.map((_, index) => index).filter((index) => !picks.includes(index));
  return (
    <>
      {picks.length > 0 && <h4>{t('ballot.ranked')}</h4>}
      <ol class="ballot-ranking">
        {picks.map((pick, place) => (
          <li key={pick} class="split">
            <span>
              <strong class="clock">{place + 1}.</strong> <Words>{choices[pick]}</Words>
            </span>
            <span class="row">
              <StepButton
                sign="↑"
                label={t('ballot.up')}
                about={choices[pick] ?? ''}
                disabled={place === 0}
                press={() => change(pick, 'up')}
              />
              <StepButton
                sign="↓"
                label={t('ballot.down')}
                about={choices[pick] ?? ''}
                disabled={place === picks.length - 1}
                press={() => change(pick, 'down')}
              />
              <StepButton
                sign="×"
                label={t('ballot.leave_out')}
                about={choices[pick] ?? ''}
                disabled={false}
                press={() => change(pick, 'leave')}
              />
            </span>
          </li>
        ))}
      </ol>
      {left.length > 0 && (
        <>
          <h4>{t('ballot.unranked')}</h4>
          <ul class="plain-list ballot-choices">
            {left.map((pick) => (
              <li key={pick} class="split">
                <Words>{choices[pick]}</Words>
                <Button
                  label={t('ballot.rank_it')}
                  about={choices[pick]}
                  press={() => change(pick, 'add')}
                  testid={`${testid}-${pick}`}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
