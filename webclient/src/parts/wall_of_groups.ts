// How groups stand on the room display.
import type { BreakoutGroup, BreakoutPerson } from '@/core/types';

const mostColumns = 6;

/** Few groups stand large beside each other, many in rows of six. */
export function wallOf(groups: number): { columns: number; rows: number } {
  const rows = groups <= 4 ? 1 : groups <= 10 ? 2 : Math.ceil(groups / mostColumns);
  return { columns: Math.max(1, Math.ceil(groups / rows)), rows };
}

/** The names for which there are lines; the last line counts whoever is not named. */
export function namesThatFit(
  group: Pick<BreakoutGroup, 'people' | 'size'>,
  lines: number,
): { shown: BreakoutPerson[]; others: number } {
  const named = group.people.filter((person) => person.name !== '');
  const areAllNamed = named.length >= group.size;
  const fits = areAllNamed && named.length <= lines;
  // One name for a whole group helps nobody: then the group is only counted.
  const shown = fits ? named : named.slice(0, lines < 3 ? 0 : lines - 1);
  return { shown, others: group.size - shown.length };
}
