import { Problem } from '@/link/api';
import { MemoryStore } from '@/link/storage';
import { type TypedLine, TypedLines } from '@/link/typed_lines';
import { FakeSurroundings } from './fixtures/fake_surroundings';

/** A server that a test lets answer, line by line. */
class CaptionServer {
  readonly asked: TypedLine[] = [];
  readonly taken: TypedLine[] = [];
  failure: Problem | null = null;
  answers: (() => void)[] = [];

  post = async (line: TypedLine): Promise<void> => {
    this.asked.push(line);
    await new Promise<void>((answer) => this.answers.push(answer));
    if (this.failure !== null) throw this.failure;
    this.taken.push(line);
  };
  /** Answers what is on its way, and lets the sender hear of it. */
  async answer(): Promise<void> {
    for (const each of this.answers.splice(0)) each();
    await new Promise((heard) => setImmediate(heard));
  }
}

const texts = (lines: readonly TypedLine[]) => lines.map((line) => line.text);

describe('TypedLines', () => {
  let store: MemoryStore;
  let server: CaptionServer;
  let around: FakeSurroundings;
  const open = (luck = 0.25) =>
    new TypedLines({ store, prefix: 'p:', post: server.post, later: (delay, call) => around.later(delay, call), random: () => luck });
  beforeEach(() => {
    store = new MemoryStore();
    server = new CaptionServer();
    around = new FakeSurroundings();
  });

  it('sends a line only when the one before it has arrived', async () => {
    const typed = open();
    typed.add('en', 'first');
    typed.add('en', 'second');
    expect(texts(server.asked)).toEqual(['first']);
    await server.answer();
    expect(texts(server.asked)).toEqual(['first', 'second']);
    expect(texts(typed.waiting.value)).toEqual(['second']);
    await server.answer();
    expect(texts(server.taken)).toEqual(['first', 'second']);
    expect(typed.waiting.value).toEqual([]);
  });

  it('keeps a line that got no answer and everything behind it, and sends them again with the same numbers', async () => {
    const typed = open();
    server.failure = new Problem(0, 'unreachable');
    typed.add('en', 'first');
    typed.add('fr', 'deuxième');
    await server.answer();
    expect(texts(typed.waiting.value)).toEqual(['first', 'deuxième']);
    expect(typed.problem.value?.status).toBe(0);
    server.failure = null;
    typed.send();
    await server.answer();
    await server.answer();
    expect(texts(server.taken)).toEqual(['first', 'deuxième']);
    expect(server.asked[1]).toEqual(server.asked[0]);
    expect(server.taken[1]?.seq).toBe((server.taken[0]?.seq ?? 0) + 1);
    expect(typed.problem.value).toBeNull();
  });

  it.each([0, 429, 503])('tries by itself again after %i, later each time', async (status) => {
    const typed = open();
    server.failure = new Problem(status, '');
    typed.add('en', 'line');
    await server.answer();
    around.pass(499);
    expect(server.asked).toHaveLength(2);
    await server.answer();
    around.pass(499);
    expect(server.asked).toHaveLength(2);
    around.pass(500);
    expect(server.asked).toHaveLength(3);
  });

  it.each([400, 404, 409])('leaves a line that was refused with %i to the person', async (status) => {
    const typed = open();
    server.failure = new Problem(status, '');
    typed.add('en', 'refused');
    typed.add('en', 'next');
    await server.answer();
    around.pass(60_000);
    expect(server.asked).toHaveLength(1);
    expect(typed.problem.value?.status).toBe(status);
    server.failure = null;
    const [refused] = typed.waiting.value;
    if (refused !== undefined) typed.remove(refused);
    await server.answer();
    expect(texts(server.taken)).toEqual(['next']);
  });

  it('keeps lines over a reload, and goes on with the numbers behind them', async () => {
    const before = open();
    server.failure = new Problem(0, 'unreachable');
    before.add('en', 'first');
    before.add('en', 'second');
    await server.answer();
    before.stop();
    server.failure = null;
    const after = open(0.75);
    after.add('en', 'third');
    for (const _ of before.waiting.value) await server.answer();
    await server.answer();
    expect(texts(server.taken)).toEqual(['first', 'second', 'third']);
    const numbers = server.taken.map((line) => line.seq);
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2]);
    expect(open().waiting.value).toEqual([]);
  });

  it('counts elsewhere on another device', () => {
    open(0.1).add('en', 'here');
    store = new MemoryStore();
    open(0.2).add('en', 'there');
    const [here, there] = server.asked.map((line) => line.seq);
    expect(Math.abs((here ?? 0) - (there ?? 0))).toBeGreaterThan(1_000_000);
  });

  it('is silent once its page is gone', async () => {
    const typed = open();
    server.failure = new Problem(0, 'unreachable');
    typed.add('en', 'line');
    await server.answer();
    typed.stop();
    around.pass(60_000);
    typed.send();
    expect(server.asked).toHaveLength(1);
  });
});
