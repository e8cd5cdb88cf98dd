import type { View } from '@/core/types';
import { wordsOfAct } from '@/parts/act_words';
import { pending } from './fixtures/questions';
import { viewFor } from './fixtures/view';

const seen = (change: (view: View) => void): View => {
  const view = viewFor('moderator');
  change(view);
  return view;
};

describe('what can be taken back', () => {
  it('names whom the floor was given to, and as what', () => {
    const as = (kind: 'intervention' | 'answer' | 'talk') =>
      seen((view) => {
        if (view.floor.turn !== null) view.floor.turn.kind = kind;
      });
    expect(wordsOfAct('give', as('intervention'))).toBe('Gave the floor to Amina Diallo');
    expect(wordsOfAct('give', as('answer'))).toBe('Gave the floor to Amina Diallo for an answer');
    expect(wordsOfAct('give', as('talk'))).toBe('Started the talk of Amina Diallo');
  });

  it('names whose turn was ended: the newest of the record that was not taken back', () => {
    const ended = seen((view) => {
      view.floor.turn = null;
      const [newest, ...before] = view.turns ?? [];
      if (newest !== undefined) view.turns = [{ ...newest, turn: 40, name: 'James Okoro', undone: true }, newest, ...before];
    });
    expect(wordsOfAct('end', ended)).toBe('Ended the turn of Amina Diallo');
  });

  it('tells a new part from the end of the agenda', () => {
    expect(wordsOfAct('next', seen(() => undefined))).toBe('Started “Discussion”');
    const over = seen((view) => {
      view.agenda.current = null;
    });
    expect(wordsOfAct('next', over)).toBe('Ended the agenda');
    expect(wordsOfAct('drop', over, 'Words of welcome')).toBe('Dropped “Words of welcome”');
  });

  it('tells putting a question up from taking it down', () => {
    expect(wordsOfAct('show', seen(() => undefined))).toContain('Who pays for pre-deployment audits');
    const down = seen((view) => {
      view.questions.on_screen = null;
    });
    expect(wordsOfAct('show', down)).toBe('Took the question off the screen');
  });

  it('quotes a rejected question only where there is one, and so no doubt which', () => {
    const rejected = (count: number) =>
      seen((view) => {
        view.questions.rejected = pending.slice(0, count);
      });
    expect(wordsOfAct('reject', rejected(1))).toContain('Who carries the cost');
    expect(wordsOfAct('reject', rejected(2))).toBe('Rejected a question');
  });
});
