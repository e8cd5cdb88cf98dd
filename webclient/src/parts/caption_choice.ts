// Which of the captions a page shows; what a reader chose stays on the device.
import { signal } from '@preact/signals';
import type { CaptionModel, Ms, View } from '@/core/types';
import { deviceStore } from '@/link/storage';

const openKey = 'roundtable:captions';
const languageKey = 'roundtable:captions-language';
const freshFor: Ms = 20_000;
const onScreenAtMost = 3;

export const captionsOpen = signal(deviceStore.get(openKey) === 'open');
export const wishedLanguage = signal(deviceStore.get(languageKey));

export function openCaptions(open: boolean): void {
  captionsOpen.value = open;
  if (open) deviceStore.set(openKey, 'open');
  else deviceStore.remove(openKey);
}

export function wishLanguage(language: string): void {
  wishedLanguage.value = language;
  deviceStore.set(languageKey, language);
}

/** Somebody captions, or did so. */
export const isCaptioned = ({ captions }: View): boolean => captions.length > 0;

/** Language and script: a service says en-US where the session says en, but zh-Hans and zh-Hant are read by different people. */
const writing = (tag: string): string => /^[a-z]*(-[a-z]{4}(?![a-z0-9]))?/i.exec(tag)?.[0].toLowerCase() ?? '';

/** Languages to choose from, those of the session first; the wished one also while no line of it is held. */
export function captionLanguages({ captions, session }: View, wished: string | null = null): string[] {
  const coming = captions.map((line) => writing(line.language));
  const announced = session.languages.map(writing).filter((tag) => tag === wished || coming.includes(tag));
  return [...new Set([...announced, ...coming])];
}

export function shownLanguage(view: View, wished: string | null): string | undefined {
  const choices = captionLanguages(view, wished);
  return choices.find((tag) => tag === wished) ?? choices[0];
}

export function linesIn(captions: readonly CaptionModel[], language: string | undefined): CaptionModel[] {
  return captions.filter((line) => writing(line.language) === language);
}

/** The newest lines of one language, as long as somebody may still be reading them. */
export function linesOnScreen(view: View, atMost = onScreenAtMost): CaptionModel[] {
  const lines = linesIn(view.captions, shownLanguage(view, null));
  return lines.some((line) => view.now_ms - line.at_ms < freshFor) ? lines.slice(-atMost) : [];
}
