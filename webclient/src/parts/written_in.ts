import type { View } from '@/core/types';

const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;

/** Languages that a text of this person is likely written in, likeliest first. */
export function likelyLanguages(view: View): string[] {
  const own = view.me.profile?.languages ?? [];
  const browser = typeof navigator === 'undefined' ? [] : [navigator.language];
  return [...new Set([...own, ...browser, ...view.session.languages].map(base))];
}
