// Anonymous questions of this device: the server knows only the hash of a secret, so text and secret are kept here.
import { type Signal, signal } from '@preact/signals';
import { randomText, sha256Hex } from './random';
import { readJson, type Store } from './storage';

export interface OwnAnonymous {
  secret: string;
  text: string;
  asked_at: number;
}

export class AnonymousQuestions {
  readonly list: Signal<readonly OwnAnonymous[]>;

  constructor(
    private readonly store: Store,
    private readonly key: string,
    private readonly wallClock: () => number,
  ) {
    this.list = signal(readJson<OwnAnonymous[]>(store, key) ?? []);
  }

  /** Keeps the text and answers the hash to send with it. */
  keep(text: string): string {
    const secret = randomText();
    this.save([...this.list.value, { secret, text, asked_at: this.wallClock() }]);
    return sha256Hex(secret);
  }

  edit(secret: string, text: string): void {
    this.save(this.list.value.map((own) => (own.secret === secret ? { ...own, text } : own)));
  }

  forget(secret: string): void {
    this.save(this.list.value.filter((own) => own.secret !== secret));
  }

  private save(list: readonly OwnAnonymous[]): void {
    this.list.value = list;
    this.store.set(this.key, JSON.stringify(list));
  }
}
