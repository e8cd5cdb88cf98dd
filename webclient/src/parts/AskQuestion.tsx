import type { Ref } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { View } from '@/core/types';
import { t } from '@/text';
import { languageName } from '@/text/format';
import { useRoundtable, useView } from './context';
import { draftNames } from './draft_names';
import { ChoiceField } from './Field';
import { VoteButton } from './VoteButton';
import { Words } from './Words';
import { likelyLanguages } from './written_in';

const similarFrom = 12;

/** Asking: similar questions show up while one types, so that support gathers instead of scattering. */
export function AskQuestion({ field }: { field: Ref<HTMLTextAreaElement> }) {
  const { live, drafts, anonymous } = useRoundtable();
  const view = useView();
  const draft = drafts.of(draftNames.question);
  const choices = likelyLanguages(view);
  const [language, setLanguage] = useState(choices[0] ?? 'en');
  const [hidden, setHidden] = useState(false);
  const id = useId();
  const text = draft.value.trim();
  const refusal = text === '' ? null : live.check({ type: 'question.ask', data: { text, language } });

  const ask = (event: Event) => {
    event.preventDefault();
    if (text === '' || refusal !== null) return;
    const asAnonymous = hidden && view.questions.anonymous_allowed;
    const author = asAnonymous ? { anonymous: true, secret_hash: anonymous.keep(text) } : {};
    live.send({ type: 'question.ask', data: { text, language, ...author } });
    draft.value = '';
  };

  return (
    <form class="ask" onSubmit={ask} data-testid="ask-question">
      <label for={id}>{t('ask.label')}</label>
      <textarea
        id={id}
        ref={field}
        rows={3}
        maxLength={characters.question}
        dir="auto"
        lang={language}
        placeholder={t('ask.placeholder')}
        value={draft.value}
        onInput={(event) => {
          draft.value = event.currentTarget.value;
        }}
      />
      <Similar text={text} view={view} />
      <div class="row">
        {choices.length > 1 && (
          <ChoiceField
            label={t('ask.language')}
            value={language}
            choices={choices.map((tag) => [tag, languageName(tag)] as const)}
            change={setLanguage}
          />
        )}
        {view.questions.anonymous_allowed && (
          <label class="check">
            <input type="checkbox" checked={hidden} onChange={(event) => setHidden(event.currentTarget.checked)} />
            {t('ask.anonymous')}
          </label>
        )}
      </div>
      {hidden && <p class="hint">{t('ask.anonymous_hint')}</p>}
      {refusal !== null && <p class="fault">{t(`refusal.${refusal}`)}</p>}
      <button type="submit" class="button primary" aria-disabled={text === '' || refusal !== null}>
        {t('ask.send')}
      </button>
      {view.questions.moderated && <p class="hint">{t('ask.moderated')}</p>}
    </form>
  );
}

function Similar({ text, view }: { text: string; view: View }) {
  const { live } = useRoundtable();
  const found = useMemo(() => (text.length < similarFrom ? [] : live.similar(text).slice(0, 3)), [text, live]);
  const questions = found.flatMap(
    ({ question }) => view.questions.by_votes.find((known) => known.question === question) ?? [],
  );
  if (questions.length === 0) return null;
  return (
    <div class="similar" role="status">
      <p class="quiet">{t('ask.similar')}</p>
      <ul class="plain-list">
        {questions.map((question) => (
          <li key={question.question} class="split">
            <Words language={question.language}>{question.text}</Words>
            <VoteButton question={question} />
          </li>
        ))}
      </ul>
    </div>
  );
}
