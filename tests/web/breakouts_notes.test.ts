import type { NoteView } from '@/core/types';
import { Drafts } from '@/link/drafts';
import { MemoryStore } from '@/link/storage';
import { draftFor } from '@/parts/draft_names';
import { bothTexts, editOf, newNote, orphans, rewrittenNote, startEdit, stateOfEdit, stopEdit } from '@/parts/note_edits';

const note = (id: number, text: string, more: Partial<NoteView> = {}): NoteView => ({ note: id, text, revision: 1, at_ms: 0, ...more });
const shown = (drafts: Drafts, id: number) => {
  const { text, mark, base } = editOf(drafts, id);
  return { text: text.value, mark: mark.value, base: base.value };
};

describe('a point that is rewritten', () => {
  const mine = { text: 'A fund by 2027', mark: '', base: '1' };

  it('is read until somebody begins', () => {
    expect(stateOfEdit(note(1, 'A fund'), { text: '', mark: '', base: '' }, false)).toBe('reading');
  });

  it('is edited as long as nobody saved a newer text', () => {
    expect(stateOfEdit(note(1, 'A fund'), mine, false)).toBe('editing');
  });

  it('shows both texts when somebody else saved meanwhile', () => {
    expect(stateOfEdit(note(1, 'Two funds', { revision: 2 }), mine, false)).toBe('conflict');
  });

  it('does not take its own edit for that of somebody else while that is on its way', () => {
    expect(stateOfEdit(note(1, 'Two funds', { revision: 2 }), mine, true)).toBe('editing');
  });

  it('is over when the newer text is the own one, whoever saved it', () => {
    expect(stateOfEdit(note(1, 'A fund by 2027', { revision: 2 }), mine, false)).toBe('saved');
    expect(stateOfEdit(note(1, 'A fund by 2027', { revision: 2, mark: 'ask' }), mine, false)).toBe('conflict');
  });

  it('goes out with the revision that its writer saw, and without a mark where there is none', () => {
    expect(rewrittenNote({ note: 1, revision: 3 }, ' A fund ', '')).toEqual({ type: 'note.edit', data: { note: 1, revision: 3, text: 'A fund' } });
    expect(rewrittenNote({ note: 1, revision: 3 }, 'A fund', 'ask').data).toMatchObject({ mark: 'ask' });
  });
});

describe('two texts of one point', () => {
  it('put together hold every word of both', () => {
    expect(bothTexts('Sellers pay.', 'Buyers pay.')).toBe('Sellers pay.\nBuyers pay.');
  });

  it('do not say twice what one of them holds already', () => {
    expect(bothTexts('Sellers pay. Always.', 'Sellers pay.')).toBe('Sellers pay. Always.');
    expect(bothTexts('Sellers pay.', 'Sellers pay. Always.')).toBe('Sellers pay. Always.');
    expect(bothTexts('Sellers pay.', '  ')).toBe('Sellers pay.');
  });
});

describe('words under way', () => {
  it('outlive a reload', () => {
    const store = new MemoryStore();
    const drafts = new Drafts(store, 'draft:');
    startEdit(drafts, note(4, 'A fund', { revision: 2, mark: 'ask' }));
    editOf(drafts, 4).text.value = 'A fund by 2027';
    expect(shown(new Drafts(store, 'draft:'), 4)).toEqual({ text: 'A fund by 2027', mark: 'ask', base: '2' });
  });

  it('stay when their point was removed, or is in another group now', () => {
    const drafts = new Drafts(new MemoryStore(), 'draft:');
    startEdit(drafts, note(4, 'A fund'));
    startEdit(drafts, note(5, 'Audits'));
    expect(orphans(drafts, [4])).toEqual([5]);
    expect(orphans(drafts, [])).toEqual([4, 5]);
    stopEdit(drafts, 5);
    expect(orphans(drafts, [])).toEqual([4]);
    expect(shown(drafts, 5)).toEqual({ text: '', mark: '', base: '' });
  });

  it('begun twice are one edit', () => {
    const drafts = new Drafts(new MemoryStore(), 'draft:');
    startEdit(drafts, note(4, 'A fund'));
    startEdit(drafts, note(4, 'A fund'));
    expect(orphans(drafts, [])).toEqual([4]);
  });

  it('name the group for staff alone', () => {
    expect(newNote(' A fund ', 'claim', undefined)).toEqual({ type: 'note.add', data: { text: 'A fund', mark: 'claim' } });
    expect(newNote('A fund', '', 103)).toEqual({ type: 'note.add', data: { group: 103, text: 'A fund' } });
  });

  it('that were refused go back to their field', () => {
    expect(draftFor(newNote('A fund', '', undefined))).toBe('note-new');
    expect(draftFor({ type: 'group.ask', data: { text: 'Why?' } })).toBe('group-question');
    expect(draftFor({ type: 'breakout.broadcast', data: { text: 'Hello', group: 3 } })).toBe('broadcast-3');
    expect(draftFor({ type: 'breakout.broadcast', data: { text: 'Hello' } })).toBe('broadcast-all');
  });
});
