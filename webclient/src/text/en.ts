// English, and with it the list of all keys: another language is a file that `satisfies Catalogue`.
import { backstage } from './en/backstage';
import { breakouts } from './en/breakouts';
import { codes } from './en/codes';
import { door } from './en/door';
import { everywhere } from './en/everywhere';
import { floor } from './en/floor';
import type { later } from './en/later';
import { persons } from './en/persons';
import { polls } from './en/polls';
import { questions } from './en/questions';
import { rooms } from './en/rooms';
import { setup } from './en/setup';
import { staff } from './en/staff';
import { stage } from './en/stage';
import { states } from './en/states';
import { typed } from './en/typed';

/** Plural forms by the names of Intl.PluralRules; `other` is always needed. */
export type Message = string | ({ other: string } & Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>);

const keys = {
  ...breakouts,
  ...codes,
  ...door,
  ...everywhere,
  ...floor,
  ...questions,
  ...rooms,
  ...setup,
  ...staff,
  ...stage,
  ...states,
  ...backstage,
  ...typed,
  ...persons,
  ...polls,
};

type FirstKey = keyof typeof keys;
/** Come with the pages that say them (desk_sentences.ts). */
type LaterKey = keyof typeof later;
export type Key = FirstKey | LaterKey;
export type Catalogue = Record<FirstKey, Message> & Partial<Record<LaterKey, Message>>;

export const en: Catalogue = { ...keys } satisfies Record<string, Message>;
