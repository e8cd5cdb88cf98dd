import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import type { Rule } from '@/core/types';
import { chooseLanguage, language, t } from '@/text';
import { en } from '@/text/en';
import { countdown, dateAndTime, offsetName, place, timeOfDay, untilTurn, wait } from '@/text/format';
import { policyHint, policyName, presets } from '@/text/policies';
import { ownReasonFor, reasonFor } from '@/text/reasons';
import { refusalText } from '@/text/refusals';

const source = new URL('../../webclient/src/', import.meta.url);

afterEach(() => chooseLanguage(null));

describe('catalogues', () => {
  it('chooses plural and ordinal forms', () => {
    expect(t('vote.supporters', { count: 1 })).toBe('1 supporter');
    expect(t('vote.supporters', { count: 1200 })).toBe('1,200 supporters');
    expect([1, 2, 3, 4, 11, 22].map(place)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '22nd']);
  });

  it('keeps names of the other direction from turning the sentence', () => {
    expect(t('heard.speaks', { name: 'ليلى' })).toBe('\u2068ليلى\u2069 has the floor.');
    expect(t('heard.speaks', { name: 'Mei' })).toBe('Mei has the floor.');
  });

  it('makes every sentence of the pseudo-locale different and two fifths longer', () => {
    const plain = t('ask.moderated');
    chooseLanguage('pseudo');
    expect(t('ask.moderated').length).toBeGreaterThanOrEqual(plain.length * 1.4);
    expect(t('heard.speaks', { name: 'Mei' })).toContain('Mei');
    chooseLanguage('pseudo-rtl');
    expect(language().direction).toBe('rtl');
  });

  it('has a sentence for each reason of a place', () => {
    const person = { stakeholder_group: 'civil_society', regional_group: 'african', modality: 'online' } as const;
    expect(reasonFor({ ...person, rule: 'least_served', by: 'stakeholder_group' })).toBe('civil society has had least time');
    expect(reasonFor({ ...person, rule: 'least_served', by: 'regional_group' })).toBe('African Group has had least time');
    expect(reasonFor({ ...person, rule: 'alternate', by: 'modality' })).toBe('online side is next in turn');
    expect(ownReasonFor({ ...person, rule: 'first_time_first' })).toContain('new voices');
  });

  it('tells by no reason how many people are in a group', () => {
    const rules: Rule[] = ['point_of_order_first', 'reply_first', 'first_time_first', 'least_served', 'alternate', 'arrival', 'overtaken', 'override', 'direct'];
    const person = { stakeholder_group: 'government', regional_group: 'weog', modality: 'onsite' } as const;
    for (const rule of rules) {
      for (const by of ['stakeholder_group', 'regional_group', 'modality'] as const) {
        expect(reasonFor({ ...person, rule, by })).not.toMatch(/\p{N}/u);
        expect(ownReasonFor({ ...person, rule, by })).not.toMatch(/\p{N}/u);
      }
    }
  });

  it('names each order of the queue and says what it does, also one of the session’s own', () => {
    for (const preset of presets) expect(policyHint(preset)).not.toBe(policyName(preset));
    expect(new Set(presets.map(policyHint)).size).toBe(presets.length);
    expect(policyName('own')).toBe(policyName('whatever a later file calls it'));
  });

  it('says of a refusal what it means for that command, or else what it means at all', () => {
    expect(refusalText('undo', 'late')).toContain('Ten seconds have passed');
    expect(refusalText('undo', 'wrong_state')).toContain('done after it');
    expect(refusalText('hand.raise', 'wrong_state')).toContain('queue is closed');
    expect(refusalText('floor.give', 'late')).toBe(t('refusal.late'));
  });

  it('has no key that no code uses', () => {
    const code = files('').filter((name) => !name.startsWith('text/en')).map(read).join('\n');
    const written = new Set([...code.matchAll(/'([\w.]+)'/g)].map(([, key]) => key));
    const computed = new Set([...code.matchAll(/`(\w+\.)(?:\$|\w+_\$)/g)].map(([, stem]) => stem));
    const unused = Object.keys(en).filter((key) => !written.has(key) && !computed.has(key.slice(0, key.indexOf('.') + 1)));
    expect(unused).toEqual([]);
  });
});

describe('format', () => {
  it('rounds countdowns up, so that 0:00 means over', () => {
    expect(countdown(76_000)).toBe('1:16');
    expect(countdown(75_001)).toBe('1:16');
    expect(countdown(1)).toBe('0:01');
    expect(countdown(0)).toBe('0:00');
    expect(countdown(-999)).toBe('0:00');
    expect(countdown(-1000)).toBe('−0:01');
    expect(countdown(3_725_000)).toBe('1:02:05');
  });
  it('tells waits in words', () => {
    expect(wait(20_000)).toBe('less than a minute');
    expect(wait(50_000)).toBe('1 min');
    expect(wait(240_000)).toBe('4 min');
  });
  it('tells the person whose hand is up how long it takes to her turn', () => {
    expect(untilTurn(44_000)).toBe('Less than a minute to you');
    expect(untilTurn(250_000)).toBe('About 4 min to you');
  });
});

describe('times', () => {
  const noonUtc = Date.UTC(2025, 5, 25, 12, 0);
  it('are the venue’s where a venue is told, whatever zone the device is in', () => {
    expect(timeOfDay(noonUtc, { utc_offset_min: 120 })).toBe('14:00');
    expect(timeOfDay(noonUtc, { utc_offset_min: -210 })).toBe('08:30');
    expect(dateAndTime(Date.UTC(2025, 5, 25, 23, 30), { utc_offset_min: 345 })).toBe('Thursday, June 26, 2025 at 05:15 UTC+5:45');
  });
  it('are else those of the device, with the name of its zone', () => {
    const hours = new Date(noonUtc).getHours();
    expect(timeOfDay(noonUtc)).toBe(`${String(hours).padStart(2, '0')}:${String(new Date(noonUtc).getMinutes()).padStart(2, '0')}`);
    const zone = new Intl.DateTimeFormat('en', { timeZoneName: 'short' }).formatToParts(noonUtc).find((part) => part.type === 'timeZoneName');
    expect(dateAndTime(noonUtc)).toContain(zone?.value);
  });
  it('have offsets that people write', () => {
    expect([0, 120, -210, 345].map(offsetName)).toEqual(['UTC', 'UTC+2', 'UTC−3:30', 'UTC+5:45']);
  });
});

describe('pages', () => {
  it.each(files('').filter((name) => name.endsWith('.tsx')))('%s has no sentence of its own', (name) => {
    expect(literalTexts(read(name), name)).toEqual([]);
  });
});

describe('styles', () => {
  it.each(files('style/').filter((name) => name.endsWith('.css')))('%s uses logical properties only', (name) => {
    const physical = /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|(?:left|right|top|bottom|width|height|min-width|max-width|min-height|max-height)\s*:|text-align:\s*(?:left|right)|float:)/;
    const rules = read(name).replace(/\/\*[\s\S]*?\*\/|@media[^{]*/g, '');
    expect(rules.split('\n').filter((line) => physical.test(line))).toEqual([]);
  });
});

function files(folder: string): string[] {
  return readdirSync(new URL(folder, source), { withFileTypes: true, recursive: false }).flatMap((entry) =>
    entry.isDirectory()
      ? files(`${folder}${entry.name}/`)
      : /\.(tsx?|css)$/.test(entry.name) ? [`${folder}${entry.name}`] : [],
  );
}

function read(name: string): string {
  return readFileSync(new URL(name, source), 'utf8');
}

const spoken = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'hint', 'text']);

/** Words in the markup, or in attributes that people read or hear. */
function literalTexts(code: string, name: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const each of node) visit(each);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { type, value, name: attribute } = node as { type?: string; value?: unknown; name?: { name?: string } };
    if (type === 'JSXText' && /\p{L}/u.test(String(value))) found.push(String(value).trim());
    const literal = value as { type?: string; value?: unknown } | undefined;
    if (type === 'JSXAttribute' && spoken.has(attribute?.name ?? '') && literal?.type === 'Literal') {
      if (/\p{L}/u.test(String(literal.value))) found.push(String(literal.value));
    }
    for (const [key, child] of Object.entries(node)) if (key !== 'loc') visit(child);
  };
  const parsed = parseSync(name, code, { lang: 'tsx' });
  if (parsed.errors.length > 0) throw new Error(`${name} does not parse`);
  visit(parsed.program);
  return found;
}
