// What a device remembers of having joined: a token for each session and link, the text that stands for this device, and a join that waits.
import type { JoinAnswer, JoinProfile } from './api';
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
    this.store.remove(this.key('waiting'));
  }

  forget(): void {
    this.store.remove(this.key('joined'));
  }

  /** The profile with which this device waits to be let in. */
  waiting(): JoinProfile | null {
    return readJson<JoinProfile>(this.store, this.key('waiting'));
  }

  waits(profile: JoinProfile): void {
    this.store.set(this.key('waiting'), JSON.stringify(profile));
  }

  /** This device has asked to join before. */
  isKnown(): boolean {
    return this.store.get(this.key('request')) !== null;
  }

  /** The same text for ever: a join that is sent twice makes one participant, and who was removed does not come in anew. */
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
