import { useContext } from 'preact/hooks';
import type { Command, QuestionView } from '@/core/types';
import { t } from '@/text';
import { isSending } from './ActionButton';
import { useRoundtable } from './context';
import { RowGone } from './row_gone';

/** "Me too": the count above, one's own part in it below. Shows the wish at once, also while it waits for the line. */
export function VoteButton({ question }: { question: QuestionView }) {
  const { live } = useRoundtable();
  const data = { question: question.question };
  const vote: Command = { type: 'question.vote', data };
  const unvote: Command = { type: 'question.unvote', data };
  const sending = isSending(live, vote) || isSending(live, unvote);
  const command = question.voted ? unvote : vote;
  const gone = useContext(RowGone);
  const refused = gone || live.check(command) !== null;
  const state = sending ? t('button.sending') : question.voted ? t('vote.yours_too') : t('vote.me_too');
  return (
    <button
      type="button"
      class="vote"
      aria-pressed={question.voted}
      aria-disabled={sending || refused}
      data-testid={`vote-${question.question}`}
      onClick={() => {
        if (!sending && !refused) live.send(command);
      }}
    >
      <span class="vote-count">{question.votes ?? '–'}</span>
      <span class="vote-state">{state}</span>
      <span class="heard-only">{question.text}</span>
    </button>
  );
}
