import { readdirSync, readFileSync } from 'node:fs';
import { chooseLanguage, t } from '@/text';
import { breakoutDesk } from '@/text/en/later/breakout_desk';
import { breakouts } from '@/text/en/breakouts';
import { clashSentences } from '@/text/clashes';
import { nameGuests } from '@/text/guests';
import { costWords, planSummary, standingOf, valueName, wallOfGroups } from '@/parts/breakout_words';
import { freePlaces, groupWithTable, namesWithOthers } from '@/parts/group_names';
import { Arrivals, ticksFor } from '@/parts/tick_order';
import { evidenceOf, evidenceWords } from '@/parts/evidence_words';
import { namesThatFit, wallOf } from '@/parts/wall_of_groups';
import { balanceOf, noBreakouts, openBreakouts, plannedBreakouts, reporting } from './fixtures/breakouts';
import { viewFor } from './fixtures/view';

const desk = plannedBreakouts('moderator').desk ?? (undefined as never);
const [mixed] = balanceOf(0);
const [uneven] = balanceOf(1);

describe('a group', () => {
  it('says where to go: its number, and its table where it has one', () => {
    expect(groupWithTable({ number: 3, table: 4 })).toBe('Group 3 · Table 4');
    expect(groupWithTable({ number: 8, table: null })).toBe('Group 8');
  });

  it('tells its free places only where they are counted', () => {
    expect(freePlaces({ capacity: 8, size: 6 })).toBe('2 free places');
    expect(freePlaces({ capacity: 8, size: 9 })).toBe('full');
    expect(freePlaces({ capacity: null, size: 9 })).toBeNull();
  });

  it('counts whoever may not be named', () => {
    const [first] = openBreakouts('attendee').groups;
    if (first === undefined) throw new Error('no group');
    expect(namesWithOthers(first.people.slice(0, 2), 3)).toMatch(/^.+, .+, and 3 more$/);
    expect(namesWithOthers([], 3)).toBe('3 people');
    expect(namesWithOthers(first.people.slice(0, 3), 0, 2)).toMatch(/and 1 more$/);
  });
});

describe('the balance', () => {
  it('is even when no count could come a head closer to its fair share', () => {
    expect(mixed === undefined ? '' : standingOf(mixed)).toBe('even');
    expect(uneven === undefined ? '' : standingOf(uneven)).toBe('1 off');
  });

  it('of what is kept alike says whether it is', () => {
    const values = [{ value: 'fr', here: 4, in_room: 9, fair_millionths: 0 }, { value: 'en', here: 0, in_room: 9, fair_millionths: 0 }];
    expect(standingOf({ cluster: true, values })).toBe('alike');
    expect(standingOf({ cluster: true, values: values.map((each) => ({ ...each, here: 2 })) })).toBe('2 kinds');
  });

  it('of the whole plan is that of its worst group, attribute by attribute', () => {
    expect(planSummary(desk)).toBe('8 groups · of 6 · stakeholder group: at most 1 off the fair share · room or online: even in every group · 2 people in no group');
  });

  it('has words for codes, and people’s own words as they are', () => {
    expect(valueName('stakeholder_group', 'civil_society')).toBe('civil society');
    expect(valueName('language', 'fr')).toBe('French');
    expect(valueName('seat', 'Row 5')).toBe('Row 5');
    expect(valueName('regional_group', '')).toBe('not stated');
  });
});

describe('a move', () => {
  it('says before it is made whether it is better, worse or the same, and what it breaks', () => {
    expect(costWords({ cost_millionths: -1_300_000, breaks: [] })).toBe('balance better by 1.3');
    expect(costWords({ cost_millionths: 2_000_000, breaks: ['apart', 'max_size'] })).toBe('balance worse by 2 · breaks: apart and largest size');
    expect(costWords({ cost_millionths: 0, breaks: [] })).toBe('balance stays the same');
  });
});

describe('wishes that clash', () => {
  const nameOf = (person: number) => ({ 3: 'Ana', 7: 'Ben', 9: 'Cem' })[person] ?? '?';

  it('are named, with people by name and groups by number', () => {
    const message = 'these cannot all hold: together_and_apart, people 3, 7; fixed_too_many, people 9, groups 2 (needed 9, available 8)';
    expect(clashSentences(message, nameOf)).toEqual([
      'Together and apart at once: Ana and Ben',
      'More people placed in a group than fit: Cem · Group 2 (9 needed, 8 there)',
    ]);
  });

  it('found only after the search are named too', () => {
    expect(clashSentences('these cannot all hold: apart, person 3, person 7; max_size, group 4', nameOf)).toEqual([
      'Could not be kept apart: Ana and Ben',
      'A group became too large: Group 4',
    ]);
  });

  it('are not made up of other refusals', () => {
    expect(clashSentences('rounds: 1 to 10', nameOf)).toEqual([]);
  });
});

describe('the tick list', () => {
  const [one, two, three] = (openBreakouts('online_moderator').desk?.ticks ?? []).map((tick) => ({ ...tick, moved: false }));
  if (one === undefined || two === undefined || three === undefined) throw new Error('too few ticks');

  it('has latecomers on top and whoever is moved at the end', () => {
    const arrivals = new Arrivals();
    arrivals.see([one, two]);
    const came = arrivals.see([one, { ...two, moved: true }, three]);
    expect(ticksFor([one, { ...two, moved: true }, three], '', came)).toEqual([three, one, { ...two, moved: true }]);
  });

  it('takes a move to another group for a new arrival', () => {
    const arrivals = new Arrivals();
    arrivals.see([one, two, three]);
    const moved = { ...two, group: 199 };
    expect(ticksFor([one, moved, three], '', arrivals.see([one, moved, three]))[0]).toEqual(moved);
  });

  it('shows one room where asked', () => {
    expect(ticksFor([one, { ...two, group: 199 }], '199', new Map())).toEqual([{ ...two, group: 199 }]);
  });
});

describe('the wall', () => {
  it('sets few groups large in one row, ten in two, many in rows of six', () => {
    expect(wallOf(4)).toEqual({ columns: 4, rows: 1 });
    expect(wallOf(10)).toEqual({ columns: 5, rows: 2 });
    expect(wallOf(30)).toEqual({ columns: 6, rows: 5 });
    expect(wallOf(60)).toEqual({ columns: 6, rows: 10 });
  });

  it('names whoever has a line, counts all others, and loses nobody', () => {
    const [first] = openBreakouts('moderator').groups;
    if (first === undefined) throw new Error('no group');
    for (let lines = 0; lines < 12; lines += 1) {
      for (const unnamed of [0, 2]) {
        const group = { people: first.people, size: first.people.length + unnamed };
        const { shown, others } = namesThatFit(group, lines);
        expect(shown.length + others).toBe(group.size);
        expect(shown.length + (others > 0 ? 1 : 0)).toBeLessThanOrEqual(Math.max(1, lines));
      }
    }
    expect(namesThatFit({ people: first.people, size: first.people.length }, 6).others).toBe(0);
  });

  it('is told to staff in the words that stand there', () => {
    const view = viewFor('moderator');
    expect(wallOfGroups(view)).toBeNull();
    view.breakouts = openBreakouts('moderator');
    expect(wallOfGroups(view)).toBe('Who goes where: breakout groups');
    reporting(view);
    expect(wallOfGroups(view)).toBe('Card of Group 3 · Skills');
    expect(wallOfGroups({ ...view, focus: 'closed' })).toBeNull();
  });
});

describe('names in groups', () => {
  it('are those of guests where no name may be told, and of the group where it has no reporter', () => {
    const view = viewFor('attendee');
    view.breakouts = openBreakouts('attendee');
    const person = view.breakouts.mine?.people[1];
    if (person === undefined || view.floor.turn === null) throw new Error('no group');
    Object.assign(person, { name: '', guest: { number: 14, modality: 'online', hidden: false } });
    Object.assign(view.floor.turn, { name: '', person: 0, reports: { group: 103, number: 3, title: 'Skills' } });
    nameGuests(view);
    expect(person.name).toBe('Online guest 14');
    expect(view.floor.turn.name).toBe('Group 3');
  });
});

describe('evidence of groups', () => {
  it('is named by its number alone, and said with the group', () => {
    expect(evidenceOf({ note: 11, name: '3 Skills', text: 'A fund' })).toEqual({ note: 11 });
    expect(evidenceOf({ group: 103, name: '3 Skills' })).toEqual({ group: 103 });
    expect(evidenceWords({ note: 11, name: '3 Skills', text: 'A fund' })).toEqual({ kind: 'Point of group 3 Skills:', words: 'A fund' });
    expect(evidenceWords({ group: 103, name: '3 Skills' })).toEqual({ kind: 'Group 3 Skills', words: '' });
  });
});

describe('a session without groups', () => {
  it('has nothing of them on any page', () => {
    expect(noBreakouts('attendee')).toMatchObject({ status: 'none', mine: null, desk: null, card: null });
    expect(wallOfGroups(viewFor('display'))).toBeNull();
  });
});

describe('the sentences of staff and displays', () => {
  it('are each used by some page', () => {
    const code = sources('../../webclient/src/parts/').concat(sources('../../webclient/src/text/')).join('\n');
    const unused = Object.keys(breakoutDesk).filter((key) => {
      const stem = key.slice(0, key.indexOf('.') + 1);
      return !code.includes(`'${key}'`) && !new RegExp(`\`${stem.replace('.', '\\.')}(\\$|\\w+_\\$)`).test(code);
    });
    expect(unused).toEqual([]);
  });

  it('do not stand twice', () => {
    expect(Object.keys(breakoutDesk).filter((key) => key in breakouts)).toEqual([]);
  });

  it('are there in the pseudo-locales too', () => {
    chooseLanguage('pseudo');
    expect(t('breakout.plan').length).toBeGreaterThanOrEqual('Plan groups'.length * 1.4);
    chooseLanguage(null);
  });
});

function sources(folder: string): string[] {
  const at = new URL(folder, import.meta.url);
  return readdirSync(at).filter((name) => /\.tsx?$/.test(name)).map((name) => readFileSync(new URL(name, at), 'utf8'));
}
