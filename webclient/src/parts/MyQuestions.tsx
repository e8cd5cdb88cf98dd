import { useState } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { Command, QuestionsView, QuestionView } from '@/core/types';
import type { OwnAnonymous } from '@/link/anonymous';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { AreaField } from './Field';
import { Words } from './Words';

/** The own questions that not everyone sees yet: waiting for the line, for review, or sent back with a reason. */
export function MyQuestions() {
  const { live, anonymous } = useRoundtable();
  const { questions } = useView();
  const unsent = live.waiting.value.filter((waiting) => waiting.command.type === 'question.ask');
  const hidden = anonymous.list.value;
  if (questions.mine.length + unsent.length + hidden.length === 0) return null;
  return (
    <div class="mine">
      <h3>{t('mine.title')}</h3>
      <ul class="plain-list ruled">
        {unsent.map((waiting) => (
          <li key={waiting.id}>
            <Words>{(waiting.command.data as { text: string }).text}</Words>
            <p class="quiet small">{t('mine.unsent')}</p>
          </li>
        ))}
        {questions.mine.map((question) => (
          <Signed key={question.question} question={question} />
        ))}
        {hidden.map((own) => (
          <Hidden key={own.secret} own={own} />
        ))}
      </ul>
    </div>
  );
}

function Signed({ question }: { question: QuestionView }) {
  const data = { question: question.question };
  return (
    <li data-testid={`question-${question.question}`}>
      <Words language={question.language}>{question.text}</Words>
      <p class="quiet small">{standing(question, useView().questions)}</p>
      {question.status === 'pending' && question.merged_into === undefined && (
        <EditAndWithdraw
          text={question.text}
          edited={(text) => ({ type: 'question.edit', data: { ...data, text } })}
          withdrawal={{ type: 'question.withdraw', data }}
        />
      )}
    </li>
  );
}

function standing(question: QuestionView, questions: QuestionsView): string {
  if (question.status === 'rejected') return t('mine.rejected', { reason: question.reason ?? '' });
  const open = [...questions.by_votes, ...questions.settled];
  const head = open.find((other) => other.question === question.merged_into);
  return head === undefined ? t('mine.pending') : t('mine.merged', { text: head.text });
}

function Hidden({ own }: { own: OwnAnonymous }) {
  const { anonymous, live } = useRoundtable();
  const { questions } = useView();
  const seen = [...questions.by_votes, ...questions.settled].some(
    (question) => question.anonymous && question.text === own.text,
  );
  const withdraw = () => {
    live.send({ type: 'question.withdraw', data: { secret: own.secret } });
    anonymous.forget(own.secret);
  };
  return (
    <li>
      <Words>{own.text}</Words>
      <p class="quiet small">{seen ? t('mine.anonymous_public') : t('mine.anonymous_pending')}</p>
      {seen ? (
        <Button label={t('mine.forget')} press={() => anonymous.forget(own.secret)} />
      ) : (
        <EditAndWithdraw
          text={own.text}
          edited={(text) => {
            anonymous.edit(own.secret, text);
            return { type: 'question.edit', data: { secret: own.secret, text } };
          }}
          withdraw={withdraw}
        />
      )}
    </li>
  );
}

interface EditProps {
  text: string;
  edited: (text: string) => Command;
  withdrawal?: Command;
  withdraw?: () => void;
}

function EditAndWithdraw({ text, edited, withdrawal, withdraw }: EditProps) {
  const { live } = useRoundtable();
  const [draft, setDraft] = useState<string | null>(null);
  if (draft === null) {
    return (
      <div class="row">
        <Button label={t('button.edit')} about={text} press={() => setDraft(text)} />
        {withdrawal !== undefined && <ActionButton command={withdrawal} label={t('mine.withdraw')} about={text} />}
        {withdraw !== undefined && <Button label={t('mine.withdraw')} about={text} press={withdraw} />}
      </div>
    );
  }
  const save = () => {
    if (draft.trim() !== '' && draft.trim() !== text) live.send(edited(draft.trim()));
    setDraft(null);
  };
  return (
    <div>
      <AreaField label={t('mine.edit_label')} value={draft} change={setDraft} limit={characters.question} />
      <div class="row">
        <Button kind="primary" label={t('button.save')} press={save} />
        <Button label={t('button.cancel')} press={() => setDraft(null)} />
      </div>
    </div>
  );
}
