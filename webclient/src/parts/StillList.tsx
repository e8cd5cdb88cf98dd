import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Id } from '@/core/types';
import { t } from '@/text';
import { Hold } from './hold';
import { RowGone } from './row_gone';
import { standStill } from './stand_still';
import { held, type StillOrder, settled } from './still_order';

export interface Still<T> extends StillOrder<T> {
  list: { current: HTMLElement | null };
  hold: (held: boolean) => void;
  /** Shows what waits, also under the pointer: the person asked for it. */
  apply: (event: MouseEvent) => void;
}

/**
 * A list that does not move under a pointer, a finger or the focus: rows change in place, what is gone stays in sight without its acts,
 * what is new is counted. `asked` is what the person chose to see (a search, an order): a change of it is shown at once.
 */
export function useStill<T>(items: readonly T[], idOf: (item: T) => Id, asked = ''): Still<T> {
  const list = useRef<HTMLElement | null>(null);
  const [isHeld, hold] = useState(false);
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const shown = useRef<{ order: StillOrder<T>; asked: string } | null>(null);
  const before = shown.current;
  const order =
    isHeld && before !== null && before.asked === asked ? held(before.order.rows, items, idOf) : settled(items, idOf);
  shown.current = { order, asked };
  const apply = (event: MouseEvent) => {
    shown.current = null;
    redraw();
    // Pressed by key, and now gone: the focus goes on to what it showed.
    if (event.detail === 0) list.current?.focus({ preventScroll: true });
  };
  return { ...order, list, hold, apply };
}

/** How much waits to be shown. It stands in the line of a heading, whose height is kept for it: nothing moves when it comes. */
export function StillNews({ still }: { still: Pick<Still<unknown>, 'fresh' | 'apply'> }) {
  return (
    <span class="still-news" role="status">
      {still.fresh > 0 && (
        <button type="button" class="button" onClick={still.apply} data-testid="still-news">
          {t('list.new', { count: still.fresh })}
        </button>
      )}
    </span>
  );
}

interface Props<T> {
  still: Still<T>;
  ordered?: boolean;
  class: string;
  /** Stands where it is by itself, whatever scrolls. */
  stays?: boolean;
  children: (item: T, gone: boolean) => ComponentChildren;
}

/** Each child draws one row as a list item, keyed by its id here. */
export function StillList<T>({ still, ordered, class: name, stays = false, children }: Props<T>) {
  const { list, hold, rows } = still;
  const Tag = ordered ? 'ol' : 'ul';
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    let release: (() => void) | null = null;
    const watch = new Hold(element, (isHeld) => {
      release?.();
      const stop =
        isHeld && !stays
          ? standStill(element, () => {
              watch.check();
              return watch.row;
            })
          : null;
      release = stop;
      hold(isHeld);
    });
    return () => {
      release?.();
      watch.stop();
    };
  }, [list, hold, stays]);
  return (
    <Tag ref={list as never} class={`${name} still`} tabIndex={-1}>
      {rows.map((row) => (
        <RowGone.Provider key={row.id} value={row.gone}>
          {children(row.item, row.gone)}
        </RowGone.Provider>
      ))}
    </Tag>
  );
}

/** Says of a row that what it shows is no longer there. */
export function Gone() {
  return useContext(RowGone) ? <span class="chip gone">{t('list.gone')}</span> : null;
}
