import type { View } from '@/core/types';
import { t } from '@/text';
import { countdown, dateAndTime } from '@/text/format';
import { screenShows, takesTheWall } from './screen_shows';
import { Words } from './Words';

/** Large words where nobody speaks. */
export function Still(props: { title: string; testid: string; children: preact.ComponentChildren }) {
  return (
    <section class="display-still" data-testid={props.testid}>
      <h2 class="display-name">{props.title}</h2>
      {props.children}
    </section>
  );
}

/** Before the first part: long before, in the lobby, or in a rehearsal. */
export function DisplayLobby({ view }: { view: View }) {
  const { session } = view;
  if (session.stage === 'rehearsal') {
    return (
      <Still title={t('display.rehearsal')} testid="state-rehearsal">
        <p class="display-sub">{t('display.rehearsal_hint')}</p>
      </Still>
    );
  }
  if (session.stage === 'prepared') {
    return (
      <Still title={t('display.prepared')} testid="state-lobby">
        <p class="display-sub">{dateAndTime(session.starts_at_ms, session)}</p>
        <p class="display-sub">{t('display.prepared_hint')}</p>
      </Still>
    );
  }
  return (
    <Still title={t('display.lobby')} testid="state-lobby">
      <p class="display-sub">{dateAndTime(session.starts_at_ms, session)}</p>
      {view.now_ms < session.starts_at_ms && (
        <p class="display-figures wide clock" data-testid="begins-in">
          {countdown(session.starts_at_ms - view.now_ms)}
        </p>
      )}
      <p class="display-sub">{t('display.lobby_hint')}</p>
    </Still>
  );
}

/** A takeaway or an announcement that staff put there. */
export function DisplayShown({ view }: { view: View }) {
  const shown = screenShows(view);
  if (shown === null || takesTheWall(view) !== null) return null;
  const heading = shown.of === undefined ? t('display.announcement') : t(`takeaway_kind.${shown.of}`);
  return (
    <section
      class="display-question"
      aria-label={heading}
      data-testid={`screen-${shown.kind}`}
      data-long={shown.text.length > 160}
    >
      <p class="display-quiet">{heading}</p>
      <p class="display-question-text">
        <Words language={shown.language}>{shown.text}</Words>
      </p>
      {shown.body !== undefined && shown.body !== '' && (
        <p class="display-shown-body">
          <Words language={shown.language}>{shown.body}</Words>
        </p>
      )}
    </section>
  );
}
