import { useState } from 'preact/hooks';
import type { Command, Id, QuestionView } from '@/core/types';
import { t } from '@/text';
import { percent } from '@/text/format';
import { useRoundtable, useView } from './context';
import { Dialog } from './Dialog';
import { Gone, StillList, StillNews, useStill } from './StillList';
import { Words } from './Words';

const mergeInto = (question: QuestionView, into: Id): Command => ({
  type: 'question.merge',
  data: { question: question.question, into },
});

/** Joins a question to another: similar ones first, then all. Every wording stays, and it can be undone. */
export function MergeDialog({ question, close }: { question: QuestionView; close: () => void }) {
  const { live } = useRoundtable();
  const { questions } = useView();
  const near = new Map(question.similar.map((similar) => [similar.question, similar.percent]));
  const others = [...questions.by_votes, ...questions.pending]
    .filter((other) => live.check(mergeInto(question, other.question)) === null)
    .sort((a, b) => (near.get(b.question) ?? 0) - (near.get(a.question) ?? 0));
  const [into, setInto] = useState(others[0]?.question ?? null);
  const still = useStill(others, (other) => other.question);
  const chosen = others.some((other) => other.question === into);
  const merge = (event: Event) => {
    event.preventDefault();
    if (into === null || !chosen) return;
    live.send(mergeInto(question, into));
    close();
  };
  return (
    <Dialog title={t('merge.title')} close={close} wide>
      <form class="form" onSubmit={merge}>
        <p class="quoted">
          <Words language={question.language}>{question.text}</Words>
        </p>
        <p class="quiet">{t('merge.hint')}</p>
        {others.length === 0 && <p>{t('merge.none')}</p>}
        <fieldset class="choices">
          <legend>{t('merge.into')}</legend>
          <div class="still-head">
            <StillNews still={still} />
          </div>
          <StillList still={still} class="plain-list">
            {(other, gone) => (
              <li>
                <label class="choice">
                  <input
                    type="radio"
                    name="into"
                    value={other.question}
                    checked={into === other.question}
                    disabled={gone}
                    onChange={() => setInto(other.question)}
                  />
                  <span>
                    <Words language={other.language}>{other.text}</Words> <Gone />
                    <span class="quiet small">
                      {' '}
                      {near.has(other.question) &&
                        t('merge.alike', { percent: percent(near.get(other.question) ?? 0) })}
                    </span>
                  </span>
                </label>
              </li>
            )}
          </StillList>
        </fieldset>
        <button type="submit" class="button primary" aria-disabled={!chosen}>
          {t('merge.send')}
        </button>
      </form>
    </Dialog>
  );
}
