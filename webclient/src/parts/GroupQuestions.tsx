import { useContext, useId } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { Command, GroupQuestionView } from '@/core/types';
import { t } from '@/text';
import { ActionButton, isSending } from './ActionButton';
import { useRoundtable, useView } from './context';
import { draftNames } from './draft_names';
import { RowGone } from './row_gone';
import { Gone, StillList, StillNews, useStill } from './StillList';
import { Words } from './Words';
import { likelyLanguages } from './written_in';

interface Props {
  questions: readonly GroupQuestionView[];
  canWrite: boolean;
  canLead: boolean;
}

/** Questions inside the group: everybody there sees them at once, and votes. */
export function GroupQuestions({ questions, canWrite, canLead }: Props) {
  const still = useStill(questions, (question) => question.question);
  return (
    <section class="card" id="group-questions" aria-labelledby="group-questions-title" data-testid="group-questions">
      <div class="split still-head">
        <h2 id="group-questions-title" class="eyebrow">
          {t('group.questions', { count: questions.length })}
        </h2>
        <StillNews still={still} />
      </div>
      <StillList still={still} class="plain-list ruled">
        {(question) => (
          <li class="split" data-testid={`group-question-${question.question}`}>
            <div>
              <Words language={question.language}>{question.text}</Words>
              <Gone />
              <p class="quiet small">
                {question.author_name}
                {question.answered && ` · ${t('question_status.answered')}`}
              </p>
              {canLead && !question.answered && (
                <ActionButton
                  command={{ type: 'group.answered', data: { question: question.question } }}
                  label={t('group.answered')}
                  about={question.text}
                />
              )}
            </div>
            <GroupVote question={question} />
          </li>
        )}
      </StillList>
      {canWrite && <AskGroup />}
    </section>
  );
}

function GroupVote({ question }: { question: GroupQuestionView }) {
  const { live } = useRoundtable();
  const data = { question: question.question };
  const vote: Command = { type: 'group.upvote', data };
  const unvote: Command = { type: 'group.unvote', data };
  const command = question.voted ? unvote : vote;
  const sending = isSending(live, vote) || isSending(live, unvote);
  const gone = useContext(RowGone);
  const refused = gone || live.check(command) !== null;
  const state = sending ? t('button.sending') : question.voted ? t('vote.yours_too') : t('vote.me_too');
  return (
    <button
      type="button"
      class="vote"
      aria-pressed={question.voted}
      aria-disabled={sending || refused}
      data-testid={`group-vote-${question.question}`}
      onClick={() => {
        if (!sending && !refused) live.send(command);
      }}
    >
      <span class="vote-count">{question.votes}</span>
      <span class="vote-state">{state}</span>
      <span class="heard-only">{question.text}</span>
    </button>
  );
}

function AskGroup() {
  const { live, drafts } = useRoundtable();
  const language = likelyLanguages(useView())[0] ?? 'en';
  const draft = drafts.of(draftNames.groupQuestion);
  const id = useId();
  const ask = (event: Event) => {
    event.preventDefault();
    const text = draft.value.trim();
    if (text === '') return;
    live.send({ type: 'group.ask', data: { text, language } });
    draft.value = '';
  };
  return (
    <form class="ask" onSubmit={ask}>
      <label for={id}>{t('group.ask')}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={characters.question}
        dir="auto"
        lang={language}
        value={draft.value}
        onInput={(event) => {
          draft.value = event.currentTarget.value;
        }}
      />
      <button type="submit" class="button plain" aria-disabled={draft.value.trim() === ''}>
        {t('group.ask_send')}
      </button>
    </form>
  );
}
