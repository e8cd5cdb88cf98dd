import type { SignalsView } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { useView } from './context';

/** For staff, under a signal: what its senders are told. */
export function AnswerSignal({ active }: { active: SignalsView['active'][number] }) {
  const { signal, seen, people } = active;
  return (
    <div class="row small">
      <ActionButton
        command={{ type: 'signal.answer', data: { signal, answer: 'seen' } }}
        label={t('answer.seen')}
        about={t(`signal.${signal}`)}
        testid={`seen-${signal}`}
      />
      <ActionButton
        command={{ type: 'signal.answer', data: { signal, answer: 'fixed' } }}
        label={t('answer.fixed')}
        about={t(`signal.${signal}`)}
        testid={`fixed-${signal}`}
      />
      {seen > 0 && <span>{t('answer.count', { count: seen, all: people.length })}</span>}
    </div>
  );
}

/** For whoever sent a signal: what came of it. */
export function SignalAnswers() {
  const { answers } = useView().signals;
  return (
    <div class="answers" role="status" aria-label={t('answered.title')}>
      {answers.map(({ signal, answer }) => (
        <div key={signal} class="card split answered" data-answer={answer} data-testid={`answered-${signal}`}>
          <p>
            <span class="quiet">{t(`signal.${signal}`)}</span>
            <br />
            {t(`answered.${answer}`)}
          </p>
          {answer === 'fixed' && (
            <ActionButton command={{ type: 'signal.send', data: { signal } }} label={t('answered.not_fixed')} />
          )}
        </div>
      ))}
    </div>
  );
}
