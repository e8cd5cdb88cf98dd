import type { Role } from '@/core/types';
import { mayGiveWayBack } from '@/parts/DeviceDialog';
import { isKnown, likeliest, matching } from '@/parts/people_search';
import { byName, people } from './fixtures/people';

const names = (search: string, panel: string[] = []): string[] =>
  likeliest(people, search, new Set(panel.map((name) => byName(name).person))).map((person) => person.name);

describe('finding somebody', () => {
  it('takes any letters’ case, no accents, and words of name or affiliation in any order', () => {
    expect(matching(people, 'RESEAU amina').map((person) => person.name)).toEqual(['Amina Diallo']);
    expect(matching(people, 'iphone').map((person) => person.name)).toEqual(['Mei Tanaka']);
    expect(matching(people, 'amina tanaka')).toEqual([]);
  });

  it('puts words that begin so before words that hold the letters, and then the panel', () => {
    expect(names('o')[0]).toBe('James Okoro');
    expect(names('o')).toContain('Sofia Novak');
    expect(names('row 2')[0]).toBe('Row 2, guest 3');
    expect(names('', ['Xiaofeng Tao'])[0]).toBe('Xiaofeng Tao');
    expect(names('o', ['Sofia Novak'])[0]).toBe('James Okoro');
  });

  it('knows a name whatever its accents: a newcomer is somebody else', () => {
    expect(isKnown(people, ' amina diallo ')).toBe(true);
    expect(isKnown(people, 'Amina')).toBe(false);
  });
});

describe('the way back', () => {
  const mayGive = (own: Role[], roles: Role[], participant = 99): boolean =>
    mayGiveWayBack({ participant, roles: own }, { ...byName('Mei Tanaka'), roles });

  it('of staff is given by the moderator alone, of everybody else by helpers too', () => {
    for (const staff of ['moderator', 'online_moderator', 'steward', 'rapporteur'] as const) {
      expect(mayGive(['moderator'], [staff])).toBe(true);
      expect(mayGive(['online_moderator', 'steward'], ['attendee', staff])).toBe(false);
    }
    expect(mayGive(['steward'], ['speaker'])).toBe(true);
    expect(mayGive(['online_moderator'], ['attendee'])).toBe(true);
    expect(mayGive(['rapporteur'], ['attendee'])).toBe(false);
  });

  it('is always one’s own', () => {
    expect(mayGive(['steward'], ['steward'], byName('Mei Tanaka').person)).toBe(true);
  });
});
