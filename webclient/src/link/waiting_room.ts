// Asks again and again until staff have decided. The gaps grow, and a whole room does not ask in one moment.
import type { JoinAnswer } from './api';
import { Problem } from './api';

const first = 2_000;
const most = 10_000;

export interface Asking {
  ask: () => Promise<JoinAnswer>;
  joined: (answer: JoinAnswer) => void;
  /** Anything but "wait": nothing more is asked. */
  refused: (problem: Problem) => void;
  later: (delay: number, call: () => void) => () => void;
  random: () => number;
}

const asksOn = (problem: Problem): boolean =>
  problem.code === 'waiting' || problem.status === 0 || problem.status === 429 || problem.status >= 500;

/** Answers how to stop. */
export function askUntilLetIn({ ask, joined, refused, later, random }: Asking): () => void {
  let stopped = false;
  let cancel: () => void = () => undefined;
  const again = (attempt: number): void => {
    const ceiling = Math.min(most, first * 1.5 ** attempt);
    cancel = later(Math.round(ceiling / 2 + (random() * ceiling) / 2), async () => {
      try {
        const answer = await ask();
        if (!stopped) joined(answer);
      } catch (error) {
        if (stopped) return;
        const met = error instanceof Problem ? error : new Problem(0, 'unreachable');
        if (asksOn(met)) again(attempt + 1);
        else refused(met);
      }
    });
  };
  again(0);
  return () => {
    stopped = true;
    cancel();
  };
}
