import { useId } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { Id } from '@/core/types';
import { t } from '@/text';
import { useRoundtable } from './context';
import { draftNames } from './draft_names';

/** Words to one group or to all of them: they stand on every phone there, and are read out. */
export function BreakoutBroadcast({ group, about }: { group: Id | 'all'; about?: string }) {
  const { live, drafts } = useRoundtable();
  const draft = drafts.of(draftNames.broadcast(group));
  const id = useId();
  const refusal = live.check({ type: 'breakout.broadcast', data: { text: '-' } });
  if (refusal === 'not_allowed' || refusal === 'unknown_command') return null;
  const send = (event: Event) => {
    event.preventDefault();
    const text = draft.value.trim();
    if (text === '') return;
    live.send({ type: 'breakout.broadcast', data: group === 'all' ? { text } : { text, group } });
    draft.value = '';
  };
  return (
    <form class="broadcast-form" onSubmit={send}>
      <label for={id}>{about === undefined ? t('broadcast.to_all') : t('broadcast.to', { group: about })}</label>
      <div class="staff-form">
        <input
          id={id}
          type="text"
          maxLength={characters.announcement}
          autocomplete="off"
          dir="auto"
          value={draft.value}
          onInput={(event) => {
            draft.value = event.currentTarget.value;
          }}
          data-testid={`broadcast-${group}`}
        />
        <button type="submit" class="button plain" aria-disabled={draft.value.trim() === ''}>
          {t('staff_line.send')}
        </button>
      </div>
    </form>
  );
}
