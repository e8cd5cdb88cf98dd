// The order of a list that must not move while somebody points at it.
import type { Id } from '@/core/types';

export interface StillRow<T> {
  id: Id;
  item: T;
  /** No longer in the list: its row stays, without its acts, until the list may move again. */
  gone: boolean;
}

export interface StillOrder<T> {
  rows: readonly StillRow<T>[];
  /** How many entries wait to be shown. */
  fresh: number;
}

export function settled<T>(items: readonly T[], idOf: (item: T) => Id): StillOrder<T> {
  return { rows: items.map((item) => ({ id: idOf(item), item, gone: false })), fresh: 0 };
}

/** The rows that are shown, each where it was, with what is true of it now. */
export function held<T>(shown: readonly StillRow<T>[], items: readonly T[], idOf: (item: T) => Id): StillOrder<T> {
  const now = new Map(items.map((item) => [idOf(item), item]));
  const rows = shown.map((row) => {
    const item = now.get(row.id);
    return item === undefined ? { ...row, gone: true } : { id: row.id, item, gone: false };
  });
  const known = new Set(shown.map((row) => row.id));
  return { rows, fresh: [...now.keys()].filter((id) => !known.has(id)).length };
}
