import type { View } from '@/core/types';
import { t } from '@/text';
import { useView } from './context';

/** "joined 61 of about 170": those who joined are some of those who are there, where staff counted more. */
export function joinedText({ present, head_count: counted }: Pick<View, 'present' | 'head_count'>): string | null {
  if (present === null) return null;
  const all = counted?.all ?? 0;
  return all > present.all
    ? t('present.joined_of', { count: present.all, all })
    : t('present.joined', { count: present.all });
}

/** Who is here, by side, on the pages of staff. */
export function Present() {
  const view = useView();
  const { present, head_count: counted } = view;
  if (present === null) return null;
  const side = (which: 'onsite' | 'online', all: number | null | undefined): string => {
    const count = present[which];
    return all != null && all > count ? t(`present.${which}_of`, { count, all }) : t(`present.${which}`, { count });
  };
  return (
    <span class="row small" data-testid="present">
      {counted !== null && <span class="chip present-all">{joinedText(view)}</span>}
      <span class="chip">{side('onsite', counted?.room)}</span>
      <span class="chip">{side('online', counted?.call)}</span>
      {present.not_stated > 0 && (
        <span class="chip present-rest">{t('present.not_stated', { count: present.not_stated })}</span>
      )}
    </span>
  );
}
