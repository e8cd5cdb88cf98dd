import { useEffect, useRef } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { CommandData, Evidence, Id, TakeawayView } from '@/core/types';
import { useRoundtable, useView } from './context';
import { likelyLanguages } from './written_in';

/** The first line names it; what is more than that is its text. */
export function draftOf(note: string, language: string): CommandData['takeaway.draft'] {
  const text = note.trim();
  const first = text.split('\n', 1)[0]?.trim() ?? '';
  const letters = [...first];
  const title =
    letters.length > characters.takeaway_title ? `${letters.slice(0, characters.takeaway_title - 1).join('')}…` : first;
  return { kind: 'takeaway', title, body: title === text ? '' : text, language };
}

interface Asked {
  evidence: Evidence;
  title: string;
  known: ReadonlySet<Id>;
}

/** The item that a draft became: the first with its title that was not there before. */
export function itemOf(asked: Pick<Asked, 'title' | 'known'>, items: readonly TakeawayView[]): Id | undefined {
  return items.find((item) => !asked.known.has(item.item) && item.title === asked.title)?.item;
}

/** Makes an item of a note's text, and links the note to it as soon as the item has its number. */
export function useTakeawayOf(): (text: string, evidence: Evidence) => void {
  const { live } = useRoundtable();
  const view = useView();
  const asked = useRef<Asked[]>([]);
  const { items } = view.takeaways;
  useEffect(() => {
    asked.current = asked.current.filter((each) => {
      const item = itemOf(each, items);
      if (item !== undefined) live.send({ type: 'takeaway.link', data: { item, evidence: each.evidence } });
      return item === undefined;
    });
  }, [live, items]);
  return (text, evidence) => {
    const draft = draftOf(text, likelyLanguages(view)[0] ?? 'en');
    asked.current.push({ evidence, title: draft.title, known: new Set(items.map((item) => item.item)) });
    live.send({ type: 'takeaway.draft', data: draft });
  };
}
