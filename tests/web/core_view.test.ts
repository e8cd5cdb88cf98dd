import { existsSync, readFileSync } from 'node:fs';
import { coreFromBytes } from '@/core/loader';
import { moderatorWelcome, roomNow } from './fixtures/snapshot';
import { viewFor } from './fixtures/view';

const built = new URL('../../build/wasm/shared/wasm/roundtable.wasm', import.meta.url);

describe.skipIf(!existsSync(built))('the view of the real core', () => {
  const open = async () => {
    const core = await coreFromBytes(readFileSync(built));
    core.welcome(moderatorWelcome);
    return core;
  };

  it('tells a moderator what the console shows', async () => {
    const view = (await open()).view(roomNow);
    expect(view.me).toMatchObject({ role: 'moderator', staff: true, participant: 1 });
    expect(view.me.may).toContain('floor.give');
    expect(view.agenda).toMatchObject({ current: 1, next: 2, remaining_ms: 15 * 60_000, over_ms: 2 * 60_000 });
    expect(view.agenda.fit?.phases.length).toBeGreaterThan(0);
    expect(view.floor.turn).toMatchObject({ name: 'Mei Tanaka', remaining_ms: 76_000, rule: 'direct' });
    expect(view.floor.queue.map((hand) => hand.name).sort()).toEqual(['Amina Diallo', 'Mei Tanaka']);
    expect(view.questions.pending[0]?.similar[0]?.question).toBe(2);
    expect(view.questions.on_screen).toMatchObject({ votes: 17, on_screen: true });
    expect(view.takeaways.items[0]?.evidence).toMatchObject([{ question: 2 }, { turn: 1, name: 'Mei Tanaka' }]);
    expect(view.present).toMatchObject({ onsite: 46, online: 128 });
  });

  it('moves its clocks with the time that it is given, and nothing else', async () => {
    const core = await open();
    expect(core.view(roomNow + 10_000).floor.turn?.remaining_ms).toBe(66_000);
    expect(core.view(roomNow + 80_000).floor.turn?.remaining_ms).toBe(-4_000);
  });

  it('has every field that the pages read', async () => {
    const view = (await open()).view(roomNow);
    expect(missing(viewFor('moderator'), view, '')).toEqual([]);
  });

  it('knows what a moderator may do now', async () => {
    const core = await open();
    const first = core.view(roomNow).floor.queue[0]?.hand ?? 0;
    const other = core.view(roomNow).floor.queue[1]?.hand ?? 0;
    expect(core.check({ type: 'floor.give', data: { hand: first, expected: first } }, roomNow)).toBeNull();
    expect(core.check({ type: 'floor.give', data: { hand: other, expected: other } }, roomNow)).toBe('queue_changed');
    expect(core.check({ type: 'phase.next', data: {} }, roomNow)).toBeNull();
    expect(core.similar('who pays for audits?')[0]?.question).toBe(2);
  });
});

/** Fields that the types ask for and the core left out; optional ones may be absent. */
const optional =
  /\.(affiliation|call_name|said_as|gender|by|weight|author|author_name|stakeholder_group|modality|reason|answer|merged_into|talk|guest|author_guest)$/;

function missing(wanted: unknown, given: unknown, path: string): string[] {
  if (Array.isArray(wanted) && Array.isArray(given)) {
    return wanted.length > 0 && given.length > 0 ? missing(wanted[0], given[0], `${path}[0]`) : [];
  }
  if (typeof wanted !== 'object' || wanted === null || typeof given !== 'object' || given === null) return [];
  return Object.entries(wanted).flatMap(([key, value]) => {
    const at = `${path}.${key}`;
    if (!(key in given)) return optional.test(at) ? [] : [at];
    return missing(value, (given as Record<string, unknown>)[key], at);
  });
}
