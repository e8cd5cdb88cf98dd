// Which wishes for groups cannot all hold, in words: the server names them by codes, ids and numbers.
import type { Id } from '@/core/types';
import { list } from './format';
import { t } from './index';

const kinds = [
  'not_there',
  'min_above_max',
  'more_groups_than_people',
  'too_few_people',
  'too_little_room',
  'together_and_apart',
  'together_too_many',
  'together_elsewhere',
  'apart_fixed_together',
  'apart_too_many',
  'fixed_too_many',
  'seats_together',
  'seats_fixed',
  'seats_do_not_fit',
  'placed',
  'min_size',
  'max_size',
  'fixed_group',
  'together',
  'apart',
  'seats',
] as const;

const numbersAfter = (text: string, word: RegExp): number[] =>
  [...text.matchAll(word)].flatMap((match) => (match[1] ?? '').split(', ').map(Number));

/** One sentence a clash, as in "together_and_apart, people 3, 7; apart_too_many, people 1, 2, 3 (needed 3, available 2)". */
export function clashSentences(message: string, nameOf: (person: Id) => string): string[] {
  const [, named = ''] = message.split('these cannot all hold: ');
  return named.split('; ').flatMap((text) => {
    const kind = kinds.find((each) => each === /^\w+/.exec(text)?.[0]);
    if (kind === undefined) return [];
    const people = numbersAfter(text, /(?:people|person) (\d+(?:, \d+)*)/g).map(nameOf);
    const groups = numbersAfter(text, /groups? (\d+(?:, \d+)*)/g).map((number) => t('group.name', { number }));
    const [, needed = '', available = ''] = /\(needed (\d+), available (\d+)\)/.exec(text) ?? [];
    const who = [list(people), list(groups)].filter((each) => each !== '').join(' · ');
    const numbers = needed === '' ? '' : t('clash.numbers', { needed: Number(needed), available: Number(available) });
    return [t(`clash.${kind}`), who === '' ? '' : `: ${who}`, numbers === '' ? '' : ` (${numbers})`].join('');
  });
}
