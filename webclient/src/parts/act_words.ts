import type { UndoView, View } from '@/core/types';
import { t } from '@/text';
import { sorted } from './poll_words';
import { screenShows } from './screen_shows';

/** What was done, in the words of the screen as it is now: while it can be taken back it is the newest of its kind. */
export function wordsOfAct(what: UndoView['what'], view: View, about = ''): string {
  switch (what) {
    case 'give':
      return given(view);
    case 'end':
      return t('act.end', { name: view.turns?.find((turn) => !turn.undone)?.name ?? '' });
    case 'next':
      return phase(view);
    case 'drop':
      return t('act.drop', { title: about });
    case 'reject':
      return rejected(view);
    case 'show': {
      const poll = view.polls.find((each) => each.on_screen);
      if (poll !== undefined) return t('act.show_poll', { title: poll.title });
      const shown = view.questions.on_screen;
      const other = screenShows(view);
      if (other !== null) return t(`act.show_${other.kind}`, { text: other.text });
      return shown === null ? t('act.take_down') : t('act.show', { text: shown.text });
    }
    case 'close_poll':
      return t('act.close_poll', { title: sorted(view.polls, 'closed')[0]?.title ?? '' });
    case 'close':
      return t('act.close');
  }
}

function given({ floor }: View): string {
  if (floor.turn === null) return t('command.floor.give');
  const { kind, name } = floor.turn;
  return t(`act.give_${kind}`, { name });
}

/** The list does not say which was the last. */
function rejected({ questions }: View): string {
  const [only, ...others] = questions.rejected;
  return only === undefined || others.length > 0 ? t('act.reject') : t('act.reject_text', { text: only.text });
}

function phase({ agenda }: View): string {
  const current = agenda.phases.find((each) => each.phase === agenda.current);
  return current === undefined ? t('act.agenda_over') : t('act.phase', { title: current.title });
}
