import { useState } from 'preact/hooks';
import type { QuestionsView, QuestionView } from '@/core/types';
import { t } from '@/text';
import { PersonName } from './Person';
import { Gone, StillList, StillNews, useStill } from './StillList';
import { VoteButton } from './VoteButton';
import { Words } from './Words';

export type Order = 'votes' | 'representative' | 'time';
export const orders: readonly Order[] = ['votes', 'representative', 'time'];

export function inOrder(questions: QuestionsView, order: Order): QuestionView[] {
  if (order === 'votes') return questions.by_votes;
  const ids = order === 'time' ? questions.by_time : questions.representative;
  return ids.flatMap((id) => questions.by_votes.find((question) => question.question === id) ?? []);
}

export function OrderChoice({ order, change }: { order: Order; change: (order: Order) => void }) {
  return (
    <fieldset class="segments">
      <legend class="heard-only">{t('questions.order')}</legend>
      {orders.map((each) => (
        <button
          key={each}
          type="button"
          class="segment"
          aria-pressed={order === each}
          title={t(`questions.order_hint_${each}`)}
          onClick={() => change(each)}
        >
          {t(`questions.order_${each}`)}
        </button>
      ))}
    </fieldset>
  );
}

export function Author({ question }: { question: QuestionView }) {
  if (question.anonymous) return <span>{t('questions.anonymous')}</span>;
  if (question.author_name === undefined) return null;
  return <PersonName name={question.author_name} group={question.stakeholder_group} guest={question.author_guest} />;
}

/** The open questions as everyone sees them. */
export function QuestionList({ questions }: { questions: QuestionsView }) {
  const [order, setOrder] = useState<Order>('votes');
  const still = useStill(inOrder(questions, order), (question) => question.question, order);
  return (
    <>
      {questions.by_votes.length > 0 && (
        <div class="split still-head">
          <OrderChoice order={order} change={setOrder} />
          <StillNews still={still} />
        </div>
      )}
      {questions.by_votes.length === 0 && <p class="quiet">{t('questions.none')}</p>}
      <StillList still={still} class="plain-list ruled">
        {(question) => (
          <li class="question split" data-testid={`question-${question.question}`}>
            <div>
              <p>
                <Words language={question.language}>{question.text}</Words>
              </p>
              <p class="quiet small">
                <Author question={question} /> <Gone />
              </p>
              {question.on_screen && <p class="good small">{t('questions.on_screen_now')}</p>}
              <Wordings question={question} />
            </div>
            <VoteButton question={question} />
          </li>
        )}
      </StillList>
      <Settled questions={questions.settled} />
    </>
  );
}

export function Wordings({ question }: { question: QuestionView }) {
  if (question.merged.length === 0) return null;
  return (
    <details class="more">
      <summary>{t('questions.wordings', { count: question.merged.length })}</summary>
      <ul class="plain-list">
        {question.merged.map((merged) => (
          <li key={merged.question}>
            <Words>{merged.text}</Words>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Settled({ questions }: { questions: QuestionView[] }) {
  if (questions.length === 0) return null;
  return (
    <details class="more">
      <summary>{t('questions.settled', { count: questions.length })}</summary>
      <ul class="plain-list ruled">
        {questions.map((question) => (
          <li key={question.question} data-testid={`question-${question.question}`}>
            <p>
              <Words language={question.language}>{question.text}</Words>
            </p>
            <p class="quiet small">{settledHow(question)}</p>
            {question.answer !== undefined && (
              <p class="answer">
                <Words>{question.answer}</Words>
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function settledHow(question: QuestionView): string {
  if (question.status === 'dismissed') return t('questions.dismissed');
  return question.answered_live ? t('questions.answered_live') : t('questions.answered_in_writing');
}
