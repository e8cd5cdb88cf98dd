// Finding somebody by a few letters.
import type { Id, PersonView } from '@/core/types';

/** People whose name or affiliation holds every word searched for, in any letters' case and without accents. */
export function matching(people: readonly PersonView[], search: string): PersonView[] {
  const words = wordsOf(search);
  return people.filter((person) => {
    const text = textOf(person);
    return words.every((word) => text.includes(word));
  });
}

/** The same, likeliest first: words that begin so, then `first` (the panel), then those who are here, then by name. */
export function likeliest(people: readonly PersonView[], search: string, first: ReadonlySet<Id>): PersonView[] {
  const words = wordsOf(search);
  const rank = (person: PersonView): number => {
    const known = textOf(person).split(/[\s\-'’]+/);
    const begins = words.every((word) => known.some((each) => each.startsWith(word)));
    return (begins ? 0 : 4) + (first.has(person.person) ? 0 : 2) + (person.present ? 0 : 1);
  };
  return matching(people, search).sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** Somebody of exactly this name: a newcomer of the same name would be the same person twice. */
export const isKnown = (people: readonly PersonView[], name: string): boolean =>
  people.some((person) => plain(person.name) === plain(name.trim()));

const textOf = (person: PersonView): string =>
  plain(`${person.name} ${person.affiliation ?? ''} ${person.call_name ?? ''}`);
const wordsOf = (search: string): string[] => plain(search).split(/\s+/).filter(Boolean);
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export { plain as plainLetters };
