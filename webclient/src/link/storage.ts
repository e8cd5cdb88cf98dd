// What this device keeps for one session. Storage may be full or forbidden: then things last as long as the page.

export interface Store {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(prefix: string): string[];
}

export class MemoryStore implements Store {
  private readonly values = new Map<string, string>();
  get(key: string): string | null {
    return this.values.get(key) ?? null;
  }
  set(key: string, value: string): void {
    this.values.set(key, value);
  }
  remove(key: string): void {
    this.values.delete(key);
  }
  keys(prefix: string): string[] {
    return [...this.values.keys()].filter((key) => key.startsWith(prefix));
  }
}

class BrowserStore implements Store {
  private readonly fallback = new MemoryStore();

  get(key: string): string | null {
    return this.fallback.get(key) ?? attempt(() => localStorage.getItem(key)) ?? null;
  }
  set(key: string, value: string): void {
    this.fallback.remove(key);
    const kept = attempt(() => {
      localStorage.setItem(key, value);
      return true;
    });
    if (kept !== true) this.fallback.set(key, value);
  }
  remove(key: string): void {
    this.fallback.remove(key);
    attempt(() => localStorage.removeItem(key));
  }
  keys(prefix: string): string[] {
    const kept = attempt(() => Object.keys(localStorage)) ?? [];
    return [...new Set([...kept.filter((key) => key.startsWith(prefix)), ...this.fallback.keys(prefix)])];
  }
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

export const deviceStore: Store = new BrowserStore();

export function readJson<T>(store: Store, key: string): T | null {
  const text = store.get(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
