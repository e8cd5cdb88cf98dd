import type { TakeawayView } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { Words } from './Words';

/** Puts a published takeaway on the room screen, or takes it off. */
export function ShowTakeaway({ item }: { item: TakeawayView }) {
  const { me, takeaways } = useView();
  if (!item.published || !me.may.includes('takeaway.show')) return null;
  const shown = takeaways.on_screen === item.item;
  return (
    <ActionButton
      command={{ type: 'takeaway.show', data: { item: shown ? null : item.item } }}
      label={shown ? t('screen.take_down') : t('screen.show')}
      about={item.title}
      testid={`show-takeaway-${item.item}`}
    />
  );
}

/** The same of the newest announcement. */
export function ShowAnnouncement() {
  const { me, announcement, announcement_on_screen } = useView();
  if (!me.may.includes('announcement.show')) return null;
  const shown = announcement_on_screen;
  const isNewest = shown !== null && shown.announcement === announcement?.announcement;
  if (announcement === null && shown === null) return null;
  return (
    <span class="row">
      {announcement !== null && !isNewest && (
        <ActionButton
          command={{ type: 'announcement.show', data: { announcement: announcement.announcement } }}
          label={t('screen.show')}
          about={announcement.text}
          testid="show-announcement"
        />
      )}
      {shown !== null && (
        <ActionButton
          command={{ type: 'announcement.show', data: { announcement: null } }}
          label={t('screen.take_down')}
          about={shown.text}
          testid="take-down-announcement"
        />
      )}
    </span>
  );
}

/** Published takeaways, for those who mind the screen and not the desk. */
export function TakeawaysToShow() {
  const { me, takeaways } = useView();
  const published = takeaways.items.filter((item) => item.published);
  if (published.length === 0 || !me.may.includes('takeaway.show')) return null;
  return (
    <details class="more" data-testid="takeaways-to-show">
      <summary>{t('screen.takeaways')}</summary>
      <ul class="plain-list ruled">
        {published.map((item) => (
          <li key={item.item} class="split">
            <Words language={item.language}>{item.title}</Words>
            <ShowTakeaway item={item} />
          </li>
        ))}
      </ul>
    </details>
  );
}
