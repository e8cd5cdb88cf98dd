import { useEffect } from 'preact/hooks';
import { t } from '@/text';
import { cue, soundOn, switchSound, unlockByTouch } from './call_cue';
import { useRoundtable, useView } from './context';

/** The own turn, told to eyes, ears and hands, and to the tab's title for whoever looks at the call. Words that staff read call nobody. */
export function TurnNotice() {
  const { live, facts } = useRoundtable();
  const { floor, me } = useView();
  const own = floor.turn?.mine ? floor.turn : null;
  const speaks = own !== null && !own.typed;
  useEffect(unlockByTouch, []);
  useEffect(() => {
    let first = true;
    return live.said.subscribe((said) => {
      // What was said before this page was drawn is no news.
      if (!first && said.some((happening) => happening.what === 'your_turn')) cue();
      first = false;
    });
  }, [live]);
  useEffect(() => {
    const title = `${facts.title} · ${t('product.name')}`;
    document.title = speaks ? t('turn.tab_title', { title }) : title;
  }, [speaks, facts.title]);
  if (own === null) return null;
  if (own.typed) {
    return (
      <p class="turn-notice" role="status" data-typed="true" data-testid="turn-notice">
        {t('typed.yours_now')}
      </p>
    );
  }
  return (
    <p class="turn-notice" role="alert" data-testid="turn-notice">
      {me.profile?.modality === 'onsite' ? t('turn.call_room') : t('turn.call_online')}
    </p>
  );
}

export function SoundSwitch() {
  return (
    <label class="check small">
      <input
        type="checkbox"
        checked={soundOn.value}
        onChange={(event) => switchSound(event.currentTarget.checked)}
        data-testid="sound"
      />
      {t('turn.sound')}
    </label>
  );
}
