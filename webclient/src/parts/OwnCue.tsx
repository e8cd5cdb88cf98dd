import { useEffect, useRef, useState } from 'preact/hooks';
import type { Ms } from '@/core/types';
import { t } from '@/text';
import { Button } from './Button';
import { cue as sound, unlockByTouch } from './call_cue';
import { useView } from './context';

/** A cue to this person, over whatever the page shows. It goes after a minute, or when the person has understood. */
export function OwnCue() {
  const { cue } = useView();
  const [understood, setUnderstood] = useState<Ms | null>(null);
  const at = cue?.at_ms ?? null;
  // What stood there before this page was drawn is no news.
  const known = useRef(at);
  useEffect(unlockByTouch, []);
  useEffect(() => {
    if (at !== null && at !== known.current) sound();
    known.current = at;
  }, [at]);
  const shown = cue !== null && cue.at_ms !== understood ? cue : null;
  return (
    <div class="own-cue-place" role="alert" aria-live="assertive">
      {shown !== null && (
        <div class="own-cue" data-cue={shown.cue} data-testid="own-cue">
          <p class="own-cue-words">{t(`own_cue.${shown.cue}`)}</p>
          <p class="small">{t('cue.from_staff')}</p>
          <Button label={t('cue.understood')} press={() => setUnderstood(shown.at_ms)} testid="cue-understood" />
        </div>
      )}
    </div>
  );
}
