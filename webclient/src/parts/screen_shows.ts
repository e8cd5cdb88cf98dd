import type { PollView } from '@/core/poll_types';
import type { View } from '@/core/types';
import { wallOfGroups } from './breakout_words';
import { isRead } from './turn_words';

/** What staff put on the screen beside a question. */
export interface OnScreen {
  kind: 'takeaway' | 'announcement';
  text: string;
  language: string;
  /** Of a takeaway: its kind; the heading on the screen. */
  of?: 'takeaway' | 'call_to_action' | 'commitment';
  /** Of a takeaway: its text under the title. */
  body?: string;
}

/** Title and text that still stand in the strip at the wall's foot. */
const fitsTheStrip = 220;

export function screenShows(view: View): OnScreen | null {
  const item = view.takeaways.items.find((each) => each.item === view.takeaways.on_screen);
  if (item !== undefined) {
    return { kind: 'takeaway', text: item.title, language: item.language, of: item.kind, body: item.body };
  }
  const told = view.announcement_on_screen;
  return told === null ? null : { kind: 'announcement', text: told.text, language: told.language };
}

/** What takes the place of the queue on the wall: a takeaway with a long text, unless somebody's words are read aloud. */
export function takesTheWall(view: View): OnScreen | null {
  const shown = screenShows(view);
  if (shown === null || shown.text.length + (shown.body?.length ?? 0) <= fitsTheStrip) return null;
  const isOpen = view.focus !== 'lobby' && view.focus !== 'closed';
  return isOpen && shown.kind === 'takeaway' && !isRead(view.floor.turn) ? shown : null;
}

export const pollOnScreen = (view: View): PollView | undefined => view.polls.find((poll) => poll.on_screen);

export type Middle = 'takeaway' | 'poll' | 'groups' | 'lobby' | 'break' | 'closed' | 'reading' | 'floor';

/** What has the middle of the wall: one thing at a time, each before those that follow. */
export function middleOfWall(view: View): Middle {
  if (takesTheWall(view) !== null) return 'takeaway';
  if (pollOnScreen(view) !== undefined) return 'poll';
  if (wallOfGroups(view) !== null) return 'groups';
  const { focus } = view;
  if (focus === 'lobby' || focus === 'break' || focus === 'closed') return focus;
  return isRead(view.floor.turn) ? 'reading' : 'floor';
}
