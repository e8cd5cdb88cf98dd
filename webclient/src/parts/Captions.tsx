import type { CaptionModel } from '@/core/types';
import type { TypedLine } from '@/link/typed_lines';
import { t } from '@/text';
import { languageName } from '@/text/format';
import {
  captionLanguages,
  captionsOpen,
  isCaptioned,
  linesIn,
  openCaptions,
  shownLanguage,
  wishedLanguage,
  wishLanguage,
} from './caption_choice';
import { useView } from './context';
import { ChoiceField } from './Field';
import { Words } from './Words';

/** Lines as they came, each in its language and direction. */
export function CaptionLines({ lines }: { lines: readonly CaptionModel[] }) {
  return (
    <>
      {lines.map((line) => (
        <Words key={`${line.at_ms} ${line.language} ${line.text}`} class="caption-line" language={line.language}>
          {line.text}
        </Words>
      ))}
    </>
  );
}

interface LogProps {
  lines: readonly CaptionModel[];
  /** Lines of this device that the server does not have yet. */
  waiting?: readonly TypedLine[];
  empty: string;
}

/** A box that keeps its height, newest at the bottom; read aloud only to those who go there. */
export function CaptionLog({ lines, waiting = [], empty }: LogProps) {
  return (
    <div
      class="caption-log"
      role="log"
      aria-live="off"
      aria-label={t('captions.title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard.
      tabIndex={0}
      data-testid="captions"
    >
      <div>
        {lines.length + waiting.length === 0 && <p class="quiet">{empty}</p>}
        <CaptionLines lines={lines} />
        {waiting.map((line) => (
          <p key={line.seq} class="quiet" data-testid="caption-waiting">
            <Words language={line.language}>{line.text}</Words> · {t('captions.not_sent')}
          </p>
        ))}
      </div>
    </div>
  );
}

/** For screens that nobody touches. */
export function CaptionStrip({ lines }: { lines: readonly CaptionModel[] }) {
  return (
    <section
      class="caption-strip"
      aria-label={t('captions.title')}
      data-empty={lines.length === 0}
      data-testid="captions"
    >
      <div class="caption-rows">
        <CaptionLines lines={lines} />
      </div>
    </section>
  );
}

/** Closed until a reader opens them, and then so on this device; absent while nobody captions. */
export function CaptionsToOpen() {
  const view = useView();
  if (!isCaptioned(view)) return null;
  return (
    <details
      class="card more captions-card"
      open={captionsOpen.value}
      onToggle={(event) => openCaptions(event.currentTarget.open)}
    >
      <summary>{t('captions.title')}</summary>
      {captionsOpen.value && <ChosenCaptions />}
    </details>
  );
}

function ChosenCaptions() {
  const view = useView();
  const wished = wishedLanguage.value;
  const choices = captionLanguages(view, wished);
  const shown = shownLanguage(view, wished) ?? '';
  return (
    <>
      {choices.length > 1 && (
        <ChoiceField
          label={t('captions.language')}
          value={shown}
          choices={choices.map((tag) => [tag, languageName(tag)] as const)}
          change={wishLanguage}
        />
      )}
      <CaptionLog
        lines={linesIn(view.captions, shown)}
        empty={t('captions.none_in', { language: languageName(shown) })}
      />
    </>
  );
}
