import { largestThatFits } from '@/parts/fit_text';
import { wordsOfMiddle } from '@/parts/OnTheWall';
import { middleOfWall, takesTheWall } from '@/parts/screen_shows';
import { noBreakouts, openBreakouts, reporting } from './fixtures/breakouts';
import { poll } from './fixtures/polls';
import { viewFor } from './fixtures/view';

const sizes = { most: 4, least: 1.8 };

describe('a text on the wall', () => {
  it('is as large as its box holds', () => {
    expect(largestThatFits(sizes, () => true)).toBe(4);
    expect(largestThatFits(sizes, (size) => size <= 3.1)).toBe(3);
  });

  it('is never smaller than can be read from the last row', () => {
    const tried: number[] = [];
    expect(
      largestThatFits(sizes, (size) => {
        tried.push(size);
        return false;
      }),
    ).toBe(1.8);
    expect(Math.min(...tried)).toBeGreaterThanOrEqual(1.8);
  });
});

describe('a takeaway on the wall', () => {
  const shown = (body: string) => {
    const view = viewFor('display');
    const item = view.takeaways.items.find((each) => each.published);
    if (item === undefined) throw new Error('the fixture has a published takeaway');
    item.body = body;
    view.takeaways.on_screen = item.item;
    return view;
  };

  it('takes the place of the queue when its text is too long for the strip below', () => {
    expect(takesTheWall(shown('Short.'))).toBeNull();
    expect(takesTheWall(shown('long '.repeat(60)))).toMatchObject({ kind: 'takeaway', body: 'long '.repeat(60) });
  });

  it('leaves it to words that are read aloud, and to the lobby', () => {
    const read = shown('long '.repeat(60));
    if (read.floor.turn !== null) Object.assign(read.floor.turn, { typed: true, text: 'Read this.' });
    expect(takesTheWall(read)).toBeNull();
    expect(takesTheWall({ ...shown('long '.repeat(60)), focus: 'lobby' })).toBeNull();
  });
});

describe('staff are told what stands on the wall', () => {
  it('in the order in which one thing takes another’s place', () => {
    const view = viewFor('moderator');
    expect(wordsOfMiddle(view)).toBe('Amina Diallo has the floor.');
    view.focus = 'break';
    expect(middleOfWall(view)).toBe('break');
    view.breakouts = openBreakouts('moderator');
    expect(wordsOfMiddle(view)).toBe('Who goes where: breakout groups');
    reporting(view);
    expect(wordsOfMiddle(view)).toBe('Card of Group 3 · Skills');
    view.polls = [poll(7, { title: 'A fund?', on_screen: true })];
    expect(wordsOfMiddle(view)).toBe('Poll: A fund?');
    if (view.floor.turn !== null) Object.assign(view.floor.turn, { typed: true, text: 'Read this.' });
    expect(middleOfWall(view)).toBe('poll');
    view.polls = [];
    view.breakouts = noBreakouts('moderator');
    view.focus = 'floor';
    expect(middleOfWall(view)).toBe('reading');
  });
});
