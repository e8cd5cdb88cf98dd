import '@/style/note_marks.css';
import type { NoteMark } from '@/core/types';
import { t } from '@/text';
import { type MarkDraft, noteMarks } from './note_edits';

/** A word and a sign beside the colour. */
export function MarkChip({ mark }: { mark: NoteMark | undefined }) {
  if (mark === undefined) return null;
  return (
    <span class="mark" data-mark={mark}>
      {t(`mark.${mark}`)}
    </span>
  );
}

interface Props {
  mark: string;
  choose: (mark: MarkDraft) => void;
  about?: string;
  disabled?: boolean;
}

/** What kind of point it is; a second press takes the mark off. */
export function MarkChoice({ mark, choose, about, disabled }: Props) {
  return (
    <fieldset class="segments">
      <legend class="heard-only">{about === undefined ? t('mark.title') : `${t('mark.title')}: ${about}`}</legend>
      {noteMarks.map((each) => (
        <button
          key={each}
          type="button"
          class="segment"
          aria-pressed={mark === each}
          aria-disabled={disabled}
          title={t(`mark_hint.${each}`)}
          onClick={() => {
            if (disabled !== true) choose(mark === each ? '' : each);
          }}
        >
          {t(`mark.${each}`)}
        </button>
      ))}
    </fieldset>
  );
}
