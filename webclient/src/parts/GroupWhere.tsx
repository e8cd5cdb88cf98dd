import type { OwnGroup } from '@/core/types';
import { t } from '@/text';
import { isWebAddress } from './AttendeeNav';
import { useView } from './context';
import { groupName, roundWords } from './group_names';
import { Words } from './Words';

/** Where to go: the table in the room, the room in the call. */
export function GroupWhere({ inside }: { inside: OwnGroup }) {
  const { breakouts, me } = useView();
  const round = roundWords(breakouts);
  const onsite = me.profile?.modality === 'onsite';
  // A table is no place for whoever is not in the room.
  const online = me.profile?.modality === 'online';
  return (
    <section class="card strong group-where" aria-labelledby="group-where" data-testid="own-group">
      <p class="eyebrow">{round ?? t('group.title')}</p>
      <h2 id="group-where" class="group-name">
        {t('group.you_are_in', { group: groupName(inside) })}
      </h2>
      {inside.table !== null && !online && <p class="group-table">{t('group.table', { number: inside.table })}</p>}
      {inside.title !== '' && (
        <p class="group-topic">
          <Words>{inside.title}</Words>
        </p>
      )}
      {inside.call !== null && !(onsite && inside.table !== null) && <CallRoom call={inside.call} />}
      {inside.call !== null && onsite && inside.table !== null && (
        <details class="more">
          <summary>{t('group.in_call_too')}</summary>
          <CallRoom call={inside.call} />
        </details>
      )}
      {inside.call === null && (inside.table === null || online) && <p class="quiet">{t('group.place_told')}</p>}
    </section>
  );
}

function CallRoom({ call }: { call: { name: string; url: string } }) {
  const { media } = useView().session;
  const label = media.find((medium) => medium.kind === 'call')?.label ?? '';
  if (isWebAddress(call.url)) {
    return (
      <a class="button primary large" href={call.url} target="_blank" rel="noreferrer" data-testid="group-call">
        {t('group.open_call')}
      </a>
    );
  }
  if (call.name === '') return null;
  return (
    <p class="group-room" data-testid="group-call">
      {label === ''
        ? t('group.choose_room', { room: call.name })
        : t('group.choose_room_in', { call: label, room: call.name })}
    </p>
  );
}
