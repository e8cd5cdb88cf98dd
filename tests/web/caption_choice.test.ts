import type { CaptionModel, View } from '@/core/types';
import { captionLanguages, linesIn, linesOnScreen, shownLanguage } from '@/parts/caption_choice';
import { viewFor } from './fixtures/view';

const second = 1000;
const view = (...lines: [text: string, language: string, secondsAgo?: number][]): View => {
  const attendee = viewFor('attendee');
  attendee.session.languages = ['en', 'fr'];
  attendee.captions = lines.map(([text, language, ago = 1]) => ({ text, language, at_ms: attendee.now_ms - ago * second }));
  return attendee;
};
const texts = (lines: CaptionModel[]) => lines.map((line) => line.text);

describe('the language of captions', () => {
  it('is the session’s first that has lines, whoever spoke last', () => {
    const both = view(['un', 'fr'], ['one', 'en'], ['deux', 'fr']);
    expect(shownLanguage(both, null)).toBe('en');
    expect(texts(linesOnScreen(both))).toEqual(['one']);
    expect(shownLanguage(view(['un', 'fr'], ['واحد', 'ar']), null)).toBe('fr');
    expect(shownLanguage(view(['واحد', 'ar']), null)).toBe('ar');
    expect(shownLanguage(view(), null)).toBeUndefined();
  });

  it('is the same with and without a country, and another in another script', () => {
    const english = view(['one', 'en-US'], ['two', 'en'], ['three', 'EN-gb']);
    expect(captionLanguages(english)).toEqual(['en']);
    expect(texts(linesIn(english.captions, 'en'))).toEqual(['one', 'two', 'three']);
    expect(captionLanguages(view(['一', 'zh-Hant-TW'], ['二', 'zh-Hans']))).toEqual(['zh-hant', 'zh-hans']);
  });

  it('is the wished one where lines of it come, or where the session speaks it', () => {
    const both = view(['one', 'en'], ['un', 'fr']);
    expect(shownLanguage(both, 'fr')).toBe('fr');
    const pushedOut = view(['one', 'en']);
    expect(shownLanguage(pushedOut, 'fr')).toBe('fr');
    expect(captionLanguages(pushedOut, 'fr')).toEqual(['en', 'fr']);
    expect(shownLanguage(pushedOut, 'sw')).toBe('en');
  });
});

describe('lines on a screen', () => {
  it('are the newest three', () => {
    const four = view(['1', 'en'], ['2', 'en'], ['3', 'en'], ['4', 'en']);
    expect(texts(linesOnScreen(four))).toEqual(['2', '3', '4']);
  });

  it('go twenty seconds after the newest of them', () => {
    expect(texts(linesOnScreen(view(['old', 'en', 60], ['new', 'en', 19.999])))).toEqual(['old', 'new']);
    expect(linesOnScreen(view(['old', 'en', 60], ['new', 'en', 20]))).toEqual([]);
  });

  it('do not stay for lines of another language', () => {
    expect(linesOnScreen(view(['old', 'en', 30], ['neuf', 'fr', 1]))).toEqual([]);
  });
});
