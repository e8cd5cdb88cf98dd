import { type Catalogue, en, type Key, type Message } from './en';
import { pseudo } from './pseudo';

export type { Key } from './en';
export type Params = Record<string, string | number>;

interface Language {
  tag: string;
  direction: 'ltr' | 'rtl';
  catalogue: Catalogue;
}

const languages: Record<string, Language> = {
  en: { tag: 'en', direction: 'ltr', catalogue: en },
  pseudo: { tag: 'en', direction: 'ltr', catalogue: pseudo(en) },
  'pseudo-rtl': { tag: 'en', direction: 'rtl', catalogue: pseudo(en) },
};

/** For pages that few load: their sentences come with them. */
export function addSentences(english: Partial<Catalogue>): void {
  Object.assign(en, english);
  const changed = pseudo(english);
  Object.assign(languages.pseudo?.catalogue ?? {}, changed);
  Object.assign(languages['pseudo-rtl']?.catalogue ?? {}, changed);
}

const english = languages.en as Language;
let current: Language = english;
let numbers = new Intl.NumberFormat(current.tag);
let cardinal = new Intl.PluralRules(current.tag);
let ordinal = new Intl.PluralRules(current.tag, { type: 'ordinal' });

export function chooseLanguage(name: string | null): void {
  current = languages[name ?? 'en'] ?? english;
  numbers = new Intl.NumberFormat(current.tag);
  cardinal = new Intl.PluralRules(current.tag);
  ordinal = new Intl.PluralRules(current.tag, { type: 'ordinal' });
}

export const language = (): { tag: string; direction: 'ltr' | 'rtl' } => current;

/** The sentence for `key`; a `count` among the params chooses the plural form. */
export function t(key: Key, params: Params = {}): string {
  return fill(current.catalogue[key] ?? key, params, cardinal);
}

/** As `t`, with the forms of ordinal numbers: 1st, 2nd, 3rd. */
export function tOrdinal(key: Key, params: Params & { count: number }): string {
  return fill(current.catalogue[key] ?? key, params, ordinal);
}

function fill(message: Message, params: Params, rules: Intl.PluralRules): string {
  const count = params.count;
  const text =
    typeof message === 'string'
      ? message
      : (message[rules.select(typeof count === 'number' ? count : 0)] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers.format(value) : isolated(value);
  });
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** A name written the other way must not turn the sentence around it. */
function isolated(text: string): string {
  return current.direction === 'rtl' || rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}
