// How a group is called and where it is, for everybody.
import type { BreakoutPerson, BreakoutsView } from '@/core/types';
import { t } from '@/text';
import { list } from '@/text/format';

interface Group {
  number: number;
  title: string;
  table: number | null;
}

export const groupName = ({ number }: Pick<Group, 'number'>): string => t('group.name', { number });

/** "Group 3 · Skills". */
export const groupWithTitle = ({ number, title }: Pick<Group, 'number' | 'title'>): string =>
  title === '' ? groupName({ number }) : `${groupName({ number })} · ${title}`;

/** "Group 3 · Table 4": where to go. */
export const groupWithTable = ({ number, table }: Pick<Group, 'number' | 'table'>): string =>
  table === null ? groupName({ number }) : `${groupName({ number })} · ${t('group.table', { number: table })}`;

/** How many can still come; nothing where as many as come have room. */
export function freePlaces(group: { capacity: number | null; size: number }): string | null {
  if (group.capacity === null) return null;
  const free = Math.max(0, group.capacity - group.size);
  return free === 0 ? t('choose.full') : t('choose.free', { count: free });
}

/** Names in one line, and how many more there are; empty names are counted. */
export function namesWithOthers(people: readonly BreakoutPerson[], unnamed: number, atMost = Infinity): string {
  const names = people.filter((person) => person.name !== '').map((person) => person.name);
  const shown = names.slice(0, atMost);
  const others = people.length - shown.length + unnamed;
  if (others === 0) return list(shown);
  if (shown.length === 0) return t('group.people', { count: others });
  return list([...shown, t('group.others', { count: others })]);
}

/** "Round 2 of 3"; nothing where there is one only. */
export function roundWords({ round, rounds }: Pick<BreakoutsView, 'round' | 'rounds'>): string | null {
  return rounds > 1 ? t('group.round', { round, rounds }) : null;
}
