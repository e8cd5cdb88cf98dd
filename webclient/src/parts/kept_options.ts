import { signal } from '@preact/signals';
import type { BreakoutPlanData } from '@/core/types';
import { type BreakoutOptions, planOf } from './breakout_options';

/** What was chosen last on this page; null: what the session file suggests. */
export const keptOptions = signal<BreakoutOptions | null>(null);

/** The same wishes, drawn anew. */
export const planAgain = (seed: number): BreakoutPlanData => ({
  ...(keptOptions.value === null ? {} : planOf(keptOptions.value)),
  seed,
});
