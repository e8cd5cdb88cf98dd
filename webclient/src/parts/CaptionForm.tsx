import { useId, useRef } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { TypedLines } from '@/link/typed_lines';
import { t } from '@/text';
import { languageName } from '@/text/format';
import { captionProblemText } from '@/text/problems';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { draftNames } from './draft_names';
import { ChoiceField } from './Field';

/** One line after the other: Enter sends, and the field is free for the next at once. */
export function CaptionForm({ typed }: { typed: TypedLines }) {
  const { drafts } = useRoundtable();
  const { languages } = useView().session;
  const draft = drafts.of(draftNames.caption);
  const chosen = drafts.of(draftNames.captionLanguage);
  const language = languages.find((tag) => tag === chosen.value) ?? languages[0] ?? '';
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const text = draft.value.replace(/\p{Cc}+/gu, ' ').trim();

  const send = (event: Event) => {
    event.preventDefault();
    field.current?.focus();
    if (text === '') return;
    typed.add(language, text);
    draft.value = '';
  };

  return (
    <form class="caption-form" onSubmit={send} data-testid="caption-form">
      {languages.length > 1 && (
        <ChoiceField
          label={t('captions.language')}
          value={language}
          choices={languages.map((tag) => [tag, languageName(tag)] as const)}
          change={(tag) => {
            chosen.value = tag;
          }}
        />
      )}
      <div class="field caption-field">
        <label for={id}>{t('captions.line')}</label>
        <input
          id={id}
          ref={field}
          type="text"
          maxLength={characters.caption}
          autocomplete="off"
          dir="auto"
          lang={language}
          value={draft.value}
          onInput={(event) => {
            draft.value = event.currentTarget.value;
          }}
        />
      </div>
      <button type="submit" class="button primary" aria-disabled={text === ''}>
        {t('captions.send')}
      </button>
    </form>
  );
}

/** Why lines have not gone out, and what one can do about it. */
export function LinesNotSent({ typed }: { typed: TypedLines }) {
  const problem = typed.problem.value;
  const waiting = typed.waiting.value;
  const first = waiting[0];
  return (
    <div role="status" data-testid="captions-not-sent">
      {problem !== null && first !== undefined && (
        <div class="stack">
          <p class="fault">{captionProblemText(problem)}</p>
          <p>{t('captions.waiting', { count: waiting.length })}</p>
          <div class="row">
            <Button label={t('captions.send_again')} press={() => typed.send()} />
            <Button
              label={t('captions.remove', { count: waiting.length })}
              about={first.text}
              press={() => typed.remove(first)}
            />
          </div>
        </div>
      )}
    </div>
  );
}
