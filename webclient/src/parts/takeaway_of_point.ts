import { useEffect, useRef } from 'preact/hooks';
import type { Id, NoteView } from '@/core/types';
import { useRoundtable, useView } from './context';
import { draftOf, itemOf } from './takeaway_of_note';
import { likelyLanguages } from './written_in';

interface Asked {
  note: Id;
  title: string;
  known: ReadonlySet<Id>;
}

/** Makes an item of a group's point, and links the point to it as soon as the item has its number. */
export function useTakeawayOfPoint(): (note: NoteView) => void {
  const { live } = useRoundtable();
  const view = useView();
  const asked = useRef<Asked[]>([]);
  const { items } = view.takeaways;
  useEffect(() => {
    asked.current = asked.current.filter((each) => {
      const item = itemOf(each, items);
      if (item !== undefined) live.send({ type: 'takeaway.link', data: { item, evidence: { note: each.note } } });
      return item === undefined;
    });
  }, [live, items]);
  return (note) => {
    const draft = draftOf(note.text, likelyLanguages(view)[0] ?? 'en');
    asked.current.push({ note: note.note, title: draft.title, known: new Set(items.map((item) => item.item)) });
    live.send({ type: 'takeaway.draft', data: draft });
  };
}
