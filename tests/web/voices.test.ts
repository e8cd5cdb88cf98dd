import { nextVoices } from '@/parts/voices';
import { headOfTurn, isRead, markOfTurn } from '@/parts/turn_words';
import { lineUp } from './gallery/stage_states';
import { typedStates } from './gallery/typed_states';
import { viewFor } from './fixtures/view';

describe('next voices', () => {
  it('are the next three who wait, with how to say the name and the language of the hand', () => {
    const view = viewFor('captioner');
    typedStates.typed?.change?.(view);
    const voices = nextVoices(view, false);
    expect(voices.map((voice) => voice.name)).toEqual(['Row 5, guest 12', 'Mei Tanaka', 'Luis Herrera']);
    expect(voices[1]).toMatchObject({ said_as: 'may ta-NA-ka', language: 'fr' });
  });

  it('leave out who is passed over', () => {
    const view = viewFor('captioner');
    const first = view.floor.queue[0];
    if (first !== undefined) first.away = true;
    expect(nextVoices(view, false)[0]?.name).toBe('Mei Tanaka');
  });

  it('are the talks while the line-up comes first, then the queue', () => {
    const view = viewFor('captioner');
    lineUp(view);
    const voices = nextVoices(view, true);
    expect(voices).toHaveLength(3);
    expect(voices[0]?.hand).toBeUndefined();
    expect(voices[2]?.name).toBe('Row 5, guest 12');
  });
});

describe('words that are read aloud', () => {
  it('are said of the turn, now and in the record', () => {
    const view = viewFor('display');
    expect(isRead(view.floor.turn)).toBe(false);
    typedStates.typed?.change?.(view);
    expect(isRead(view.floor.turn)).toBe(true);
    if (view.floor.turn !== null) expect(headOfTurn(view.floor.turn, view.agenda)).toBe('Read aloud now');
    expect(markOfTurn({ typed: true })).toBe('read aloud');
    expect(markOfTurn({ typed: true, undone: true })).toBe('taken back');
  });

  it('of a hand that waits are shown to staff alone', () => {
    const text = (role: 'display' | 'steward') => {
      const view = viewFor(role);
      typedStates.typed?.change?.(view);
      return view.floor.queue.map((hand) => hand.text).filter((each) => each !== undefined);
    };
    expect(text('display')).toEqual([]);
    expect(text('steward')).toHaveLength(2);
  });
});
