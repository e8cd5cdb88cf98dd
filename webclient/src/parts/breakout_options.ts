// What a moderator may wish for groups, as the dialog holds it, and the command that it becomes.
import type { BreakoutAttribute, BreakoutDesk, BreakoutMode, BreakoutPlanData, Id } from '@/core/types';

export const breakoutAttributes: readonly BreakoutAttribute[] = [
  'stakeholder_group',
  'regional_group',
  'modality',
  'language',
  'seat',
];
export const breakoutModes: readonly BreakoutMode[] = ['balanced', 'random', 'self_selected', 'manual'];

/** An attribute is mixed, more or less strongly, or kept alike, or not looked at. */
export const attributeUses = ['unused', 'mix_little', 'mix', 'mix_much', 'alike'] as const;
export type AttributeUse = (typeof attributeUses)[number];
const weightOf: Partial<Record<AttributeUse, number>> = { mix_little: 3, mix: 10, mix_much: 30 };

export interface Topic {
  title: string;
  places: string;
}

export interface BreakoutOptions {
  mode: BreakoutMode;
  by: 'count' | 'size';
  number: string;
  uses: Record<BreakoutAttribute, AttributeUse>;
  together: Id[][];
  apart: Id[][];
  topics: Topic[];
  tables: string;
  separate: boolean;
  rounds: string;
  hosts: Id[];
}

type Suggested = BreakoutDesk['suggested'];
const usualSize = 6;

export function optionsOf(suggested: Suggested): BreakoutOptions {
  const useOf = (by: BreakoutAttribute): AttributeUse =>
    suggested.diversify.includes(by) ? 'mix' : suggested.cluster.includes(by) ? 'alike' : 'unused';
  return {
    mode: suggested.mode,
    by: suggested.count === null ? 'size' : 'count',
    number: String(suggested.count ?? suggested.size ?? usualSize),
    uses: {
      stakeholder_group: useOf('stakeholder_group'),
      regional_group: useOf('regional_group'),
      modality: useOf('modality'),
      language: useOf('language'),
      seat: useOf('seat'),
    },
    together: [],
    apart: [],
    topics: [],
    tables: '',
    separate: false,
    rounds: String(suggested.rounds),
    hosts: [],
  };
}

export type OptionFault = 'number' | 'people' | 'topics' | 'rounds' | 'tables' | 'places';

const whole = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : null);
const isBetween = (value: number | null, least: number, most: number): boolean =>
  value !== null && value >= least && value <= most;
export const tablesOf = (text: string): (number | null)[] =>
  text
    .split(/[\s,;]+/)
    .filter((each) => each !== '')
    .map(whole);

const isSearched = ({ mode }: BreakoutOptions): boolean => mode === 'balanced' || mode === 'random';

/** What the core could not read, and what it would refuse without a name; what clashes it says itself. `people` can be placed. */
export function faultsOf(options: BreakoutOptions, people = Number.POSITIVE_INFINITY): OptionFault[] {
  const faults: OptionFault[] = [];
  const count = options.by === 'count' ? whole(options.number) : null;
  if (!isBetween(whole(options.number), 1, options.by === 'count' ? 60 : 1000)) faults.push('number');
  else if (count !== null && count > people && isSearched(options)) faults.push('people');
  if (count !== null && options.topics.filter((topic) => topic.title.trim() !== '').length > count)
    faults.push('topics');
  if (!isBetween(whole(options.rounds), 1, 10)) faults.push('rounds');
  if (tablesOf(options.tables).some((table) => !isBetween(table, 1, 999))) faults.push('tables');
  const wrong = options.topics.some((topic) => topic.places.trim() !== '' && !isBetween(whole(topic.places), 1, 1000));
  if (wrong) faults.push('places');
  return faults;
}

/** Only of options without faults. */
export function planOf(options: BreakoutOptions): BreakoutPlanData {
  const diversify = breakoutAttributes.filter((by) => options.uses[by] in weightOf);
  const topics = options.topics.filter((topic) => topic.title.trim() !== '');
  const tables = tablesOf(options.tables).filter((table) => table !== null);
  return {
    mode: options.mode,
    [options.by]: whole(options.number) ?? 1,
    diversify,
    weights: diversify.map((by) => weightOf[options.uses[by]] ?? 10),
    cluster: breakoutAttributes.filter((by) => options.uses[by] === 'alike'),
    rounds: whole(options.rounds) ?? 1,
    separate: options.separate,
    ...(options.together.length > 0 ? { together: options.together } : {}),
    ...(options.apart.length > 0 ? { apart: options.apart } : {}),
    ...(options.hosts.length > 0 ? { hosts: options.hosts } : {}),
    ...(tables.length > 0 ? { tables } : {}),
    ...(topics.length > 0 ? { topics: topics.map(topicOf) } : {}),
  };
}

function topicOf({ title, places }: Topic): { title: string; capacity?: number } {
  const capacity = whole(places);
  return { title: title.trim(), ...(capacity === null ? {} : { capacity }) };
}

/** How many groups it will be, to be said before anything is asked for. */
export function expectedGroups({ count, size, people }: Suggested): number {
  return count ?? Math.max(1, Math.ceil(people / (size ?? usualSize)));
}
