import { isNews, seePolicy } from '@/parts/Policy';
import { viewFor } from './fixtures/view';

const at = (policy: string, now: number) => {
  const view = viewFor('attendee');
  view.now_ms = now;
  view.floor.policy = policy;
  return view;
};

describe('news of another order', () => {
  it('are none for the order that holds when the page is opened', () => {
    const seen = seePolicy({ policy: 'new_voices', changedAt: null }, at('new_voices', 5_000));
    expect(isNews(seen, 5_000)).toBe(false);
  });

  it('stand for half a minute from the change, and anew from the next', () => {
    const first = seePolicy({ policy: 'new_voices', changedAt: null }, at('first_come', 5_000));
    expect(isNews(seePolicy(first, at('first_come', 34_999)), 34_999)).toBe(true);
    expect(isNews(seePolicy(first, at('first_come', 35_000)), 35_000)).toBe(false);
    expect(isNews(seePolicy(first, at('new_voices', 40_000)), 41_000)).toBe(true);
  });
});
