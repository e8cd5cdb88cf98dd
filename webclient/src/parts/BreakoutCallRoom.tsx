import { useState } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { GroupInside } from '@/core/types';
import { t } from '@/text';
import { isWebAddress } from './AttendeeNav';
import { Button } from './Button';
import { useRoundtable } from './context';
import { TextField } from './Field';
import { groupName } from './group_names';
import { Words } from './Words';

/** The group's room in the call: a link of its own, or the name that is chosen inside the call. */
export function BreakoutCallRoom({ group }: { group: Pick<GroupInside, 'group' | 'number' | 'call'> }) {
  const { live } = useRoundtable();
  const [draft, setDraft] = useState<string | null>(null);
  const refusal = live.check({ type: 'breakout.set_call', data: { group: group.group, name: '-' } });
  const now = group.call === null ? '' : group.call.url || group.call.name;
  if (draft === null) {
    return (
      <p class="small call-room">
        <span class="quiet">{t('call_room.title')}:</span>{' '}
        {now === '' ? t('call_room.none') : <Words>{isWebAddress(now) ? t('call_room.link') : now}</Words>}{' '}
        {refusal !== 'not_allowed' && (
          <Button kind="link" label={t('call_room.change')} about={groupName(group)} press={() => setDraft(now)} />
        )}
      </p>
    );
  }
  const save = (event: Event) => {
    event.preventDefault();
    const text = draft.trim();
    if (isUnsafe(text)) return;
    const room = isWebAddress(text) ? { url: text, name: '' } : { name: text, url: '' };
    live.send({ type: 'breakout.set_call', data: { group: group.group, ...room } });
    setDraft(null);
  };
  return (
    <form class="form" onSubmit={save}>
      <TextField
        label={t('call_room.label', { group: groupName(group) })}
        hint={t('call_room.hint')}
        value={draft}
        change={setDraft}
        limit={characters.url}
      />
      {isUnsafe(draft) && <p class="fault">{t('call_room.unsafe')}</p>}
      <div class="row">
        <button type="submit" class="button primary">
          {t('button.save')}
        </button>
        <Button label={t('button.cancel')} press={() => setDraft(null)} />
      </div>
    </form>
  );
}

const isUnsafe = (text: string): boolean => /^\s*http:/i.test(text);
