import { useState } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { QuestionView } from '@/core/types';
import { t } from '@/text';
import { useRoundtable } from './context';
import { Dialog } from './Dialog';
import { AreaField } from './Field';
import { Words } from './Words';

export function AnswerDialog({ question, close }: { question: QuestionView; close: () => void }) {
  const { live } = useRoundtable();
  const [text, setText] = useState('');
  const answer = (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    live.send({ type: 'question.answer', data: { question: question.question, text: text.trim() } });
    close();
  };
  return (
    <Dialog title={t('answer.title')} close={close}>
      <form class="form" onSubmit={answer}>
        <p class="quoted">
          <Words language={question.language}>{question.text}</Words>
        </p>
        <AreaField
          label={t('answer.label')}
          hint={t('answer.hint')}
          value={text}
          change={setText}
          limit={characters.answer}
          required
          rows={5}
        />
        <button type="submit" class="button primary">
          {t('answer.send')}
        </button>
      </form>
    </Dialog>
  );
}
