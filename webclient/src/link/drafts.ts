import { type Signal, signal } from '@preact/signals';
import type { Store } from './storage';

/** Texts being written, kept on the device so that neither a drop nor a reload loses a word. */
export class Drafts {
  private readonly open = new Map<string, Signal<string>>();

  constructor(
    private readonly store: Store,
    private readonly prefix: string,
  ) {}

  of(name: string): Signal<string> {
    const known = this.open.get(name);
    if (known !== undefined) return known;
    const draft = signal(this.store.get(this.prefix + name) ?? '');
    this.open.set(name, draft);
    draft.subscribe((text) => {
      if (text === '') this.store.remove(this.prefix + name);
      else this.store.set(this.prefix + name, text);
    });
    return draft;
  }
}
