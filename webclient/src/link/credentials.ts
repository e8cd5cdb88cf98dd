// What a device remembers of having joined: a token for each session and link, and the text of a join not yet answered.
import type { JoinAnswer } from './api';
import { randomText } from './random';
import { readJson, type Store } from './storage';

export const keyOf = (session: string, invite: string | null, what: string): string =>
  `roundtable:${session}:${invite ?? 'attendee'}:${what}`;

export class Credentials {
  constructor(
    private readonly store: Store,
    private readonly session: string,
    private readonly invite: string | null,
  ) {}

  joined(): JoinAnswer | null {
    return readJson<JoinAnswer>(this.store, this.key('joined'));
  }

  keep(answer: JoinAnswer): void {
    this.store.set(this.key('joined'), JSON.stringify(answer));
    this.store.remove(this.key('request'));
  }

  forget(): void {
    this.store.remove(this.key('joined'));
  }

  /** The same text until the server has answered: a join that is sent twice makes one participant. */
  request(): string {
    const kept = this.store.get(this.key('request'));
    if (kept !== null) return kept;
    const fresh = randomText();
    this.store.set(this.key('request'), fresh);
    return fresh;
  }

  private key(what: string): string {
    return keyOf(this.session, this.invite, what);
  }
}
