import { type JoinAnswer, Problem } from '@/link/api';
import { Credentials } from '@/link/credentials';
import { MemoryStore } from '@/link/storage';
import { askUntilLetIn } from '@/link/waiting_room';
import { FakeSurroundings } from './fixtures/fake_surroundings';

const answer: JoinAnswer = { participant: 7, token: 't', role: 'attendee' };

function asking(answers: (JoinAnswer | Problem)[]) {
  const around = new FakeSurroundings();
  const seen = { asked: [] as number[], joined: 0, refused: [] as string[] };
  const stop = askUntilLetIn({
    ask: async () => {
      seen.asked.push(around.now);
      const next = answers.shift() ?? new Problem(409, 'waiting');
      if (next instanceof Problem) throw next;
      return next;
    },
    joined: () => {
      seen.joined += 1;
    },
    refused: (problem) => seen.refused.push(problem.code),
    later: (delay, call) => around.later(delay, call),
    random: () => 1,
  });
  const pass = async (time: number) => {
    for (let gone = 0; gone < time; gone += 250) {
      around.pass(250);
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    }
  };
  return { seen, pass, stop };
}

describe('waiting to be let in', () => {
  it('asks in gaps that grow up to ten seconds, until let in', async () => {
    const wait = () => new Problem(409, 'waiting');
    const { seen, pass } = asking([wait(), wait(), wait(), wait(), wait(), wait(), answer]);
    await pass(80_000);
    const gaps = seen.asked.map((at, index) => at - (seen.asked[index - 1] ?? 0));
    expect(gaps[0]).toBe(2_000);
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    expect(gaps.at(-1)).toBe(10_000);
    expect(seen.asked).toHaveLength(7);
    expect(seen.joined).toBe(1);
  });

  it('goes on when the server is away, and stops at any other answer', async () => {
    const { seen, pass } = asking([new Problem(0, 'unreachable'), new Problem(503, 'not_recorded'), new Problem(403, 'turned_away')]);
    await pass(60_000);
    expect(seen.asked).toHaveLength(3);
    expect(seen.refused).toEqual(['turned_away']);
  });

  it('asks no more once the page is left', async () => {
    const { seen, pass, stop } = asking([]);
    await pass(2_500);
    stop();
    await pass(60_000);
    expect(seen.asked).toHaveLength(1);
  });
});

describe('what a device keeps', () => {
  it('is one text for all its joins, so that who was removed does not come in anew', () => {
    const store = new MemoryStore();
    const credentials = new Credentials(store, 's', null);
    expect(credentials.isKnown()).toBe(false);
    const request = credentials.request();
    credentials.keep(answer);
    credentials.forget();
    expect(new Credentials(store, 's', null).request()).toBe(request);
    expect(credentials.isKnown()).toBe(true);
    expect(new Credentials(store, 's', 'INVITE').request()).not.toBe(request);
  });

  it('remembers that it waits until it is in', () => {
    const credentials = new Credentials(new MemoryStore(), 's', null);
    credentials.waits({ name: 'Ana' });
    expect(credentials.waiting()).toEqual({ name: 'Ana' });
    credentials.keep(answer);
    expect(credentials.waiting()).toBeNull();
  });
});
