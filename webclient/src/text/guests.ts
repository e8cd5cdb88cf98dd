import type { Guest, View } from '@/core/types';
import { nameGroupGuests } from './group_guests';
import { t } from './index';

/** As which everyone sees a person whose name is not on screens. */
export const guestName = (guest: Pick<Guest, 'number' | 'modality'>): string =>
  t(`guest.${guest.modality}`, { number: String(guest.number) });

interface Named {
  name: string;
  guest?: Guest;
}
interface Authored {
  author_name?: string;
  author_guest?: Guest;
}

function name(person: Named): void {
  if (person.name === '' && person.guest !== undefined) person.name = guestName(person.guest);
}
function sign(words: Authored): void {
  if (words.author_name === undefined && words.author_guest !== undefined) {
    words.author_name = guestName(words.author_guest);
  }
}

/** Fills in, in one place for all pages, what stands where a name is not told. Staff, and people themselves, have the names. */
export function nameGuests(view: View): View {
  const { agenda, floor, questions, takeaways } = view;
  const shown = [questions.on_screen, ...questions.pending, ...questions.by_votes, ...questions.settled];
  for (const phase of agenda.phases) phase.speakers.forEach(name);
  for (const each of [floor.turn, floor.mine, ...floor.queue]) if (each !== null) name(each);
  for (const question of [...shown, ...questions.rejected, ...questions.mine]) {
    if (question === null) continue;
    sign(question);
    question.merged.forEach(sign);
  }
  for (const item of takeaways.items) {
    sign(item);
    for (const piece of item.evidence) if ('name' in piece) name(piece);
  }
  view.people.forEach(name);
  return nameGroupGuests(view);
}
