import type { SpeakerView } from '@/core/types';
import { t } from '@/text';
import { countdown } from '@/text/format';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { talkName, talkPlace, talksComeNext, talksToCome } from './talks';
import { Words } from './Words';

const shownAtMost = 3;

/** Who presents next, for those who listen; the own talk in words of its own. */
export function TalksNext() {
  const { agenda } = useView();
  const come = talksToCome(agenda);
  const own = come.find((talk) => talk.mine);
  if (come.length === 0) return null;
  return (
    <div class="talks-next" data-testid="talks-next">
      <p class="quiet">
        {t('floor.then')}{' '}
        {come.slice(0, shownAtMost).map((talk, index) => (
          <span key={talk.talk}>
            {index > 0 && ' · '}
            <Words>{talkName(talk)}</Words>
          </span>
        ))}
        {come.length > shownAtMost && ` · ${t('display.more_wait', { count: come.length - shownAtMost })}`}
      </p>
      {own !== undefined && <OwnTalk talk={own} next={own === come[0]} />}
    </div>
  );
}

function OwnTalk({ talk, next }: { talk: SpeakerView; next: boolean }) {
  const place = talkPlace(useView().agenda, talk.talk);
  if (place === null) return null;
  return <p class="own-talk">{next ? t('talk.yours_next') : t('talk.yours', place)}</p>;
}

/** The next talks on the room screen, with the time that each has. */
export function DisplayTalks() {
  const { agenda, floor } = useView();
  const come = talksToCome(agenda);
  const hands = floor.queue.length;
  return (
    <section class="display-next" aria-label={t('talk.next')}>
      <h2 class="display-quiet">{t('talk.next')}</h2>
      <ol class="plain-list">
        {come.slice(0, shownAtMost).map((talk) => (
          <li key={talk.talk} data-testid={`talk-${talk.talk}`}>
            <span class="display-place">{talkPlace(agenda, talk.talk)?.number}</span>
            <div>
              <p class="display-next-name">
                <Words>{talkName(talk)}</Words>
              </p>
              <p class="display-reason">
                {talk.affiliation !== undefined && (
                  <>
                    <Words>{talk.affiliation}</Words> ·{' '}
                  </>
                )}
                {t('talk.planned', { time: countdown(talk.planned_ms) })}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {come.length > shownAtMost && (
        <p class="display-quiet">{t('display.more_wait', { count: come.length - shownAtMost })}</p>
      )}
      {hands > 0 && <p class="display-quiet">{t('talk.hands_wait', { count: hands })}</p>}
    </section>
  );
}

/** On a small screen of staff: the next talk under the thumb. */
export function StageTalk() {
  const view = useView();
  const next = talksToCome(view.agenda)[0];
  if (next === undefined) return null;
  return (
    <div class="stage-row" data-testid="stage-talk">
      <span class="stage-words">
        <span class="quiet">{t('floor.then')}</span> <Words>{talkName(next)}</Words>
      </span>
      <ActionButton
        command={{ type: 'talk.start', data: { talk: next.talk } }}
        label={t('talk.start')}
        kind={talksComeNext(view) ? 'primary' : 'plain'}
        about={talkName(next)}
      />
    </div>
  );
}
