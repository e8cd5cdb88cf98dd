import '@/text/desk_sentences';
import '@/style/overlay.css';
import { CaptionStrip } from '@/parts/Captions';
import { isCaptioned, linesOnScreen } from '@/parts/caption_choice';
import { useRoundtable, useView } from '@/parts/context';
import { OverlayBreakouts } from '@/parts/OverlayBreakouts';
import { PersonName } from '@/parts/Person';
import { StageBadge } from '@/parts/SessionBand';
import { screenShows } from '@/parts/screen_shows';
import { headOfTurn } from '@/parts/turn_words';
import { Words } from '@/parts/Words';
import { t } from '@/text';
import { countdown } from '@/text/format';

/** A lower third for OBS or vMix: transparent, one line of who speaks, one of what is asked. Shows nothing it does not know. */
export function OverlayPage() {
  const { live } = useRoundtable();
  const view = useView();
  const { floor, questions } = view;
  if (live.connection.value !== 'live' || view.blank) return <main class="overlay" aria-label={t('role.overlay')} />;
  const shown = screenShows(view);
  const captions = isCaptioned(view) ? linesOnScreen(view) : [];
  return (
    <main class="overlay" aria-label={t('role.overlay')}>
      {captions.length > 0 && <CaptionStrip lines={captions} />}
      <StageBadge class="overlay-stage" />
      {shown !== null && (
        <p class="overlay-question" data-testid={`screen-${shown.kind}`}>
          <Words language={shown.language}>{shown.text}</Words>
        </p>
      )}
      {questions.on_screen !== null && (
        <p class="overlay-question" data-testid={`question-${questions.on_screen.question}`}>
          <Words language={questions.on_screen.language}>{questions.on_screen.text}</Words>
        </p>
      )}
      <OverlayBreakouts breakouts={view.breakouts} />
      {floor.turn !== null && (
        <p class="overlay-turn" data-testid="turn">
          {(floor.turn.kind !== 'intervention' || floor.turn.typed) && (
            <span class="overlay-quiet">{headOfTurn(floor.turn, view.agenda)}</span>
          )}
          <PersonName name={floor.turn.name} group={floor.turn.stakeholder_group} />
          {floor.turn.affiliation !== undefined && <Words class="overlay-quiet">{floor.turn.affiliation}</Words>}
          <span class="clock overlay-quiet" data-testid="countdown">
            {floor.turn.paused && `${t('turn.paused')} · `}
            {countdown(floor.turn.remaining_ms)}
          </span>
        </p>
      )}
    </main>
  );
}
