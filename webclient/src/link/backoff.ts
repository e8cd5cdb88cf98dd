const first = 500;
const most = 15_000;

/** Full jitter above a floor: a whole room that lost its access point must not come back in one moment. */
export function retryDelay(attempt: number, random: () => number): number {
  const ceiling = Math.min(most, first * 2 ** attempt);
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
