import { guestName, nameGuests } from '@/text/guests';
import { joinedText } from '@/parts/Present';
import { viewFor } from './fixtures/view';

const guest = { number: 14, modality: 'online' as const, hidden: false };

describe('guests', () => {
  it('are called by where they are and their number', () => {
    expect(guestName(guest)).toBe('Online guest 14');
    expect(guestName({ number: 3, modality: 'onsite' })).toBe('Guest in the room 3');
    expect(guestName({ number: 1204, modality: 'not_stated' })).toBe('Guest 1204');
  });

  it('stand everywhere where the core tells no name', () => {
    const view = viewFor('attendee');
    const { turn } = view.floor;
    const hand = view.floor.queue[0];
    const question = view.questions.by_votes[0];
    const person = view.people[0];
    if (turn === null || hand === undefined || question === undefined || person === undefined) throw new Error('fixture');
    for (const each of [turn, hand, person]) Object.assign(each, { name: '', guest });
    Object.assign(question, { author_name: undefined, author_guest: guest });
    question.merged = [{ question: 9, text: 'Alike', author_guest: guest }];
    view.takeaways.items = viewFor('moderator').takeaways.items.slice(0, 1);
    const item = view.takeaways.items[0];
    if (item === undefined) throw new Error('fixture');
    item.evidence = [{ turn: 1, name: '', guest }];
    nameGuests(view);
    const names = [turn.name, hand.name, person.name, question.author_name, question.merged[0]?.author_name];
    expect([...names, 'name' in (item.evidence[0] ?? {}) && item.evidence[0]]).toEqual([
      ...Array(5).fill('Online guest 14'),
      { turn: 1, name: 'Online guest 14', guest },
    ]);
  });

  it('keep their names where staff or they themselves are told them', () => {
    const view = viewFor('moderator');
    const hand = view.floor.queue[0];
    if (hand === undefined) throw new Error('fixture');
    Object.assign(hand, { name: 'Typed', guest });
    expect(nameGuests(view).floor.queue[0]?.name).toBe('Typed');
  });
});

describe('how many there are', () => {
  const present = { onsite: 40, online: 21, not_stated: 0, all: 61 };
  it('is who joined of those whom staff counted', () => {
    expect(joinedText({ present, head_count: { room: 90, call: 80, all: 170, at_ms: 0 } })).toBe('joined 61 of about 170');
    expect(joinedText({ present, head_count: null })).toBe('joined 61');
    expect(joinedText({ present: null, head_count: null })).toBeNull();
  });
  it('never says that more joined than there are', () => {
    expect(joinedText({ present, head_count: { room: 30, call: 20, all: 50, at_ms: 0 } })).toBe('joined 61');
  });
});
