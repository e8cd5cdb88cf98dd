// A seeded source of chance, so that a demo can be played again as it was.
export class Random {
  constructor(seed) {
    this.state = seed >>> 0 || 1;
  }
  /** A number from 0 up to 1 (mulberry32). */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  between(low, high) {
    return low + this.next() * (high - low);
  }
  chance(probability) {
    return this.next() < probability;
  }
  pick(list) {
    return list[Math.floor(this.next() * list.length)];
  }
  /** A key of `weights`, in proportion to its number. */
  weighted(weights) {
    const all = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
    let left = this.next() * all;
    for (const [key, weight] of Object.entries(weights)) {
      left -= weight;
      if (left < 0) return key;
    }
    return Object.keys(weights)[0];
  }
  shuffled(list) {
    const order = [...list];
    for (let last = order.length - 1; last > 0; last--) {
      const other = Math.floor(this.next() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
  }
  /** An own source for one person: what others do does not change it. */
  branch(number) {
    return new Random((this.state ^ Math.imul(number + 1, 0x9e3779b1)) >>> 0);
  }
}
