import type { TakeawayView } from '@/core/types';
import { evidenceOf, evidenceWords } from '@/parts/evidence_words';
import { draftOf, itemOf } from '@/parts/takeaway_of_note';

const item = (id: number, title: string): TakeawayView => ({
  item: id,
  kind: 'takeaway',
  title,
  body: '',
  language: 'en',
  revision: 1,
  published: false,
  edited_at_ms: 0,
  evidence: [],
  warnings: [],
});

describe('a takeaway of a note', () => {
  it('is named by the first line, and holds the rest only where there is more', () => {
    expect(draftOf(' A fund \n', 'en')).toEqual({ kind: 'takeaway', title: 'A fund', body: '', language: 'en' });
    expect(draftOf('A fund\nby 2027', 'en')).toMatchObject({ title: 'A fund', body: 'A fund\nby 2027' });
  });

  it('keeps the title within what the core takes, and loses no word', () => {
    const long = 'é'.repeat(400);
    const draft = draftOf(long, 'fr');
    expect([...draft.title]).toHaveLength(300);
    expect(draft.body).toBe(long);
  });

  it('is the item that was not there before, not an older one of the same name', () => {
    const asked = { jot: 1, title: 'A fund', known: new Set([4]) };
    expect(itemOf(asked, [item(4, 'A fund')])).toBeUndefined();
    expect(itemOf(asked, [item(4, 'A fund'), item(5, 'Another'), item(6, 'A fund')])).toBe(6);
  });
});

describe('evidence', () => {
  it('of a note has words for its author only', () => {
    expect(evidenceWords({ jot: 1, name: 'Rae' })).toEqual({ kind: 'Note of Rae', words: '' });
    expect(evidenceWords({ jot: 1, name: 'Rae', text: 'A fund' })).toEqual({ kind: 'Your note:', words: 'A fund' });
    expect(evidenceWords({ jot: 1, name: '' }).kind).toBe('Note');
  });

  it('is named in commands by its number alone', () => {
    expect(evidenceOf({ jot: 1, name: 'Rae', text: 'A fund' })).toEqual({ jot: 1 });
    expect(evidenceOf({ turn: 2, name: 'Ana' })).toEqual({ turn: 2 });
    expect(evidenceOf({ question: 3, text: 'Why?' })).toEqual({ question: 3 });
  });
});
