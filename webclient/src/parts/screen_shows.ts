import type { View } from '@/core/types';

/** What staff put on the screen beside a question. */
export interface OnScreen {
  kind: 'takeaway' | 'announcement';
  text: string;
  language: string;
  /** Of a takeaway: its kind; the heading on the screen. */
  of?: 'takeaway' | 'call_to_action' | 'commitment';
}

export function screenShows(view: View): OnScreen | null {
  const item = view.takeaways.items.find((each) => each.item === view.takeaways.on_screen);
  if (item !== undefined) {
    return { kind: 'takeaway', text: item.title, language: item.language, of: item.kind };
  }
  const told = view.announcement_on_screen;
  return told === null ? null : { kind: 'announcement', text: told.text, language: told.language };
}
