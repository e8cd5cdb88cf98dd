import { useEffect, useState } from 'preact/hooks';
import type { Command, UndoView } from '@/core/types';
import { t } from '@/text';
import { wordsOfAct } from './act_words';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { keyOf } from './shortcuts';

interface Sent {
  id: string;
  seq: number;
  words: string;
}

const toldFor = 6000;

/** For ten seconds: what was done last, and one key that takes it back. Then, what was taken back. */
export function UndoBar() {
  const { live } = useRoundtable();
  const view = useView();
  const [sent, setSent] = useState<Sent | null>(null);
  const [told, setTold] = useState<Sent | null>(null);
  const isWaiting = sent !== null && live.waiting.value.some((entry) => entry.id === sent.id);
  const isRefused = sent !== null && live.notices.value.some((notice) => notice.key === sent.id);
  useEffect(() => {
    if (sent === null || isWaiting) return;
    setTold(isRefused ? null : sent);
    setSent(null);
  }, [sent, isWaiting, isRefused]);
  useEffect(() => {
    if (told === null) return;
    const timer = setTimeout(() => setTold(null), toldFor);
    return () => clearTimeout(timer);
  }, [told]);
  const act = view.undo?.find((each) => live.check(undo(each)) !== 'not_allowed' && each.seq !== sent?.seq);
  if (!view.me.may.includes('undo')) return null;
  const send = (taken: UndoView) => {
    const id = live.send(undo(taken));
    setTold(null);
    setSent({ id, seq: taken.seq, words: wordsOfAct(taken.what, view, taken.about) });
  };
  // What is done after it makes it old news; what was done before it can be taken back too.
  const news =
    told !== null && (act === undefined || act.seq < told.seq) ? t('act.taken_back', { act: told.words }) : '';
  const words = isWaiting
    ? [t('button.sending')]
    : [news, act === undefined ? '' : wordsOfAct(act.what, view, act.about)];
  const shown = words.filter((each) => each !== '').join(' · ');
  return (
    <div class={shown === '' ? 'heard-only' : 'undo-bar'} data-testid="undo-bar">
      <p class="undo-words" role="status">
        {shown}
      </p>
      {act !== undefined && !isWaiting && <UndoButton act={act} now={view.now_ms} send={send} />}
    </div>
  );
}

const undo = (act: UndoView): Command => ({ type: 'undo', data: { seq: act.seq } });

function UndoButton({ act, now, send }: { act: UndoView; now: number; send: (act: UndoView) => void }) {
  const left = Math.max(0, Math.ceil((act.until_ms - now) / 1000));
  return (
    <Button label={t('act.undo')} shortcut={keyOf.undo} press={() => send(act)} testid="undo">
      <span class="clock" aria-hidden="true">
        {t('act.seconds', { count: left })}
      </span>
    </Button>
  );
}
