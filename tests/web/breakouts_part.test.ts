import { PartFollower } from '@/parts/group_part';
import { deskPlace, hasTables } from '@/parts/BreakoutDeskPlace';
import { noBreakouts, openBreakouts, plannedBreakouts } from './fixtures/breakouts';
import { viewFor } from './fixtures/view';

const nobodyWrites = () => false;
const writes = () => true;
const before = noBreakouts('attendee');
const open = openBreakouts('attendee');
const closed = openBreakouts('attendee', { status: 'closed' });

describe('an attendee’s page', () => {
  it('shows the group when groups open, and the plenary when they close', () => {
    const part = new PartFollower();
    expect(part.follow(before, nobodyWrites)).toBe('plenary');
    expect(part.follow(open, nobodyWrites)).toBe('group');
    expect(part.follow({ ...open, status: 'closing' }, nobodyWrites)).toBe('group');
    expect(part.follow(closed, nobodyWrites)).toBe('plenary');
  });

  it('takes nobody out of a sentence, neither at the opening nor at the close', () => {
    const part = new PartFollower();
    part.follow(before, nobodyWrites);
    expect(part.follow(open, writes)).toBe('plenary');
    part.choose(open, 'group');
    expect(part.follow(closed, writes)).toBe('group');
    expect(part.follow(closed, nobodyWrites)).toBe('group');
  });

  it('stays where the person chose until the groups change', () => {
    const part = new PartFollower();
    part.follow(open, nobodyWrites);
    part.choose(open, 'plenary');
    expect(part.follow(open, nobodyWrites)).toBe('plenary');
    expect(part.follow({ ...open, round: 2 }, nobodyWrites)).toBe('group');
  });

  it('opens on the group for whoever comes while groups run, also with a field in focus', () => {
    expect(new PartFollower().follow(open, writes)).toBe('group');
  });

  it('is the plenary’s for whoever is in no group', () => {
    const part = new PartFollower();
    part.follow(open, nobodyWrites);
    expect(part.follow({ ...open, mine: null }, writes)).toBe('plenary');
  });
});

describe('the moderators’ desk', () => {
  const view = viewFor('moderator');
  const phases = view.agenda.phases.map((phase) => ({ ...phase, kind: 'breakouts' as const }));

  it('has the middle of the console while groups are planned or run, and in their part of the agenda', () => {
    expect(deskPlace(view)).toBe('side');
    expect(deskPlace({ ...view, agenda: { ...view.agenda, phases } })).toBe('stage');
    expect(deskPlace({ ...view, breakouts: plannedBreakouts('moderator') })).toBe('stage');
    expect(deskPlace({ ...view, breakouts: openBreakouts('moderator') })).toBe('stage');
    expect(deskPlace({ ...view, breakouts: openBreakouts('moderator', { status: 'closed' }) })).toBe('side');
  });

  it('gives the steward tables only where there are any, and nobody else', () => {
    expect(hasTables({ breakouts: noBreakouts('steward') })).toBe(false);
    expect(hasTables({ breakouts: plannedBreakouts('steward') })).toBe(true);
    expect(hasTables({ breakouts: openBreakouts('attendee') })).toBe(false);
  });
});
