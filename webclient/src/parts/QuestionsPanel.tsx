import { useState } from 'preact/hooks';
import type { Command, Id, QuestionView } from '@/core/types';
import { t } from '@/text';
import { wait } from '@/text/format';
import { ActionButton } from './ActionButton';
import { AnswerDialog } from './AnswerDialog';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { MergeDialog } from './MergeDialog';
import { Author, inOrder, type Order, OrderChoice } from './QuestionList';
import { RejectDialog } from './RejectDialog';
import { Gone, StillList, StillNews, useStill } from './StillList';
import { keyOf, type Shortcut } from './shortcuts';
import { Words } from './Words';

type Open = { dialog: 'reject' | 'merge' | 'answer'; question: QuestionView } | null;

const idOf = (question: QuestionView): Id => question.question;

/** Questions for those who review them: pending first, then the open ones, then what is settled. Keys act on the first of each as shown. */
export function QuestionsPanel() {
  const { questions, now_ms } = useView();
  const [order, setOrder] = useState<Order>('votes');
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const pending = useStill(questions.pending, idOf);
  const approved = useStill(inOrder(questions, order), idOf, order);
  const first = pending.rows.find((row) => !row.gone)?.id;
  const next = approved.rows.find((row) => !row.gone && !row.item.on_screen)?.id;
  return (
    <section class="panel questions-panel" aria-labelledby="questions-title">
      <div class="split still-head">
        <h2 id="questions-title" class="eyebrow" data-testid="pending-count">
          {t('review.title', { count: questions.pending.length })}
        </h2>
        <StillNews still={pending} />
      </div>
      {questions.pending.length === 0 && <p class="quiet small">{t('review.none')}</p>}
      <StillList still={pending} class="plain-list ruled">
        {(question) => <Pending question={question} now={now_ms} first={question.question === first} open={setOpen} />}
      </StillList>
      <div class="split still-head">
        <h3 class="eyebrow">{t('review.approved', { count: questions.by_votes.length })}</h3>
        <StillNews still={approved} />
      </div>
      {questions.by_votes.length > 1 && <OrderChoice order={order} change={setOrder} />}
      {questions.by_votes.length === 0 && <p class="quiet small">{t('questions.none')}</p>}
      <StillList still={approved} class="plain-list ruled">
        {(question) => <Approved question={question} next={next} open={setOpen} />}
      </StillList>
      <SettledForStaff settled={questions.settled} rejected={questions.rejected} />
      {open?.dialog === 'reject' && <RejectDialog question={open.question} close={close} />}
      {open?.dialog === 'merge' && <MergeDialog question={open.question} close={close} />}
      {open?.dialog === 'answer' && <AnswerDialog question={open.question} close={close} />}
    </section>
  );
}

interface PendingProps {
  question: QuestionView;
  now: number;
  first: boolean;
  open: (open: Open) => void;
}

/** Whether the core would take such an act: what a dialog asks for in addition plays no part in it. */
function useMay(question: QuestionView) {
  const { live } = useRoundtable();
  const data = { question: question.question };
  const accepts = (command: Command) => live.check(command) === null;
  return {
    reject: accepts({ type: 'question.reject', data: { ...data, reason: '-' } }),
    answer: accepts({ type: 'question.answer', data: { ...data, text: '-' } }),
  };
}

function Pending({ question, now, first, open }: PendingProps) {
  const may = useMay(question);
  const like = question.similar[0];
  const key = (shortcut: Shortcut) => (first ? shortcut : undefined);
  const data = { question: question.question };
  return (
    <li class="question" data-testid={`question-${question.question}`}>
      <p class="quiet small">
        <Author question={question} /> · {t('review.ago', { wait: wait(now - question.asked_at_ms) })}
        <Gone />
      </p>
      <p>
        <Words language={question.language}>{question.text}</Words>
      </p>
      {like !== undefined && (
        <p class="small">
          {t('review.like')} <Words class="quoted">{like.text}</Words>
        </p>
      )}
      <div class="row">
        <ActionButton
          command={{ type: 'question.approve', data }}
          label={t('review.approve')}
          kind={like === undefined ? 'primary' : 'plain'}
          shortcut={key(keyOf.approve)}
          about={question.text}
        />
        <Button
          label={t('review.merge')}
          kind={like === undefined ? 'plain' : 'primary'}
          disabled={!may.reject}
          shortcut={key(keyOf.merge)}
          about={question.text}
          press={() => open({ dialog: 'merge', question })}
        />
        <Button
          label={t('review.reject')}
          disabled={!may.reject}
          shortcut={key(keyOf.reject)}
          about={question.text}
          press={() => open({ dialog: 'reject', question })}
        />
      </div>
    </li>
  );
}

interface ApprovedProps {
  question: QuestionView;
  next: Id | undefined;
  open: (open: Open) => void;
}

function Approved({ question, next, open }: ApprovedProps) {
  const may = useMay(question);
  const data = { question: question.question };
  const shown = question.on_screen;
  return (
    <li class="question" data-on-screen={shown} data-testid={`question-${question.question}`}>
      <p class="quiet small">
        <strong>{t('vote.supporters', { count: question.votes ?? 0 })}</strong> · <Author question={question} />
        {shown && <span class="good"> · {t('questions.on_screen')}</span>}
        <Gone />
      </p>
      <p>
        <Words language={question.language}>{question.text}</Words>
      </p>
      <MergedWordings question={question} />
      <div class="row">
        <ActionButton
          command={{ type: 'question.show', data: { question: shown ? null : question.question } }}
          label={shown ? t('review.take_down') : t('review.show')}
          kind={question.question === next ? 'primary' : 'plain'}
          shortcut={shown ? keyOf.take_down : question.question === next ? keyOf.show : undefined}
          about={question.text}
        />
        <ActionButton
          command={{ type: 'question.answer', data }}
          label={t('review.answered')}
          shortcut={shown ? keyOf.answered : undefined}
          about={question.text}
        />
        <Button
          label={t('review.answer')}
          disabled={!may.answer}
          about={question.text}
          press={() => open({ dialog: 'answer', question })}
        />
        <Button
          label={t('review.merge')}
          disabled={!may.answer}
          about={question.text}
          press={() => open({ dialog: 'merge', question })}
        />
        <ActionButton command={{ type: 'question.dismiss', data }} label={t('review.dismiss')} about={question.text} />
      </div>
    </li>
  );
}

function MergedWordings({ question }: { question: QuestionView }) {
  if (question.merged.length === 0) return null;
  return (
    <details class="more">
      <summary>{t('questions.wordings', { count: question.merged.length })}</summary>
      <ul class="plain-list">
        {question.merged.map((merged) => (
          <li key={merged.question} class="split">
            <Words>{merged.text}</Words>
            <ActionButton
              command={{ type: 'question.unmerge', data: { question: merged.question } }}
              label={t('review.unmerge')}
              about={merged.text}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

function SettledForStaff({ settled, rejected }: { settled: QuestionView[]; rejected: QuestionView[] }) {
  const all = [...settled, ...rejected];
  if (all.length === 0) return null;
  return (
    <details class="more">
      <summary>{t('review.settled', { count: all.length })}</summary>
      <ul class="plain-list ruled">
        {all.map((question) => (
          <li key={question.question} data-testid={`question-${question.question}`}>
            <Words language={question.language}>{question.text}</Words>
            <p class="quiet small">
              {t(`question_status.${question.status}`)}
              {question.reason !== undefined && ` · ${question.reason}`}
            </p>
            {question.answer !== undefined && <Words class="answer">{question.answer}</Words>}
          </li>
        ))}
      </ul>
    </details>
  );
}
