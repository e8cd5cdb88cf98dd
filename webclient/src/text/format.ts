import type { Ms } from '@/core/types';
import { language, t, tOrdinal } from './index';

const two = (value: number): string => String(value).padStart(2, '0');

/** A countdown: 1:16, 12:40, 1:02:05; over time it counts up behind a minus. Whole seconds, rounded up, so that 0:00 means over. */
export function countdown(remaining: Ms): string {
  const total = Math.ceil(remaining / 1000);
  const seconds = Math.abs(total);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const text = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  return total < 0 ? `−${text}` : text;
}

const almostNow: Ms = 45_000;

/** A length of time in words for people who wait: "about a minute", "4 min". */
export function wait(time: Ms): string {
  const minutes = Math.round(time / 60_000);
  if (time < almostNow) return t('time.moment');
  return t('time.minutes', { count: Math.max(1, minutes) });
}

/** How long until somebody's turn, as a sentence to that person. */
export const untilTurn = (time: Ms): string =>
  time < almostNow ? t('hand.about_now') : t('hand.about', { wait: wait(time) });

export const minutes = (time: Ms): string => t('time.minutes', { count: Math.round(time / 60_000) });

/** Whole minutes as a bare number, for tables. */
export const minuteNumber = (time: Ms): string =>
  new Intl.NumberFormat(language().tag).format(Math.round(time / 60_000));

/** How far a place's clocks are ahead of UTC. Without one, times are those of the person's own device. */
export interface Place {
  utc_offset_min?: number | undefined;
}

const hourAndMinute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const wholeDate = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' } as const;

/** Browsers know zones by name only, or lately by offset: the shifted instant is written as if it were UTC. */
function written(at: Ms, format: Intl.DateTimeFormatOptions, { utc_offset_min }: Place): string {
  if (utc_offset_min === undefined) return new Intl.DateTimeFormat(language().tag, format).format(at);
  const there = { ...format, timeZone: 'UTC' };
  return new Intl.DateTimeFormat(language().tag, there).format(at + utc_offset_min * 60_000);
}

export const timeOfDay = (at: Ms, place: Place = {}): string => written(at, hourAndMinute, place);

/** With the zone's name, because people who read it sit in many. */
export function dateAndTime(at: Ms, place: Place = {}): string {
  if (place.utc_offset_min === undefined) {
    return written(at, { ...wholeDate, ...hourAndMinute, timeZoneName: 'short' }, place);
  }
  return `${written(at, { ...wholeDate, ...hourAndMinute }, place)} ${offsetName(place.utc_offset_min)}`;
}

/** UTC+2, UTC+5:30, UTC. */
export function offsetName(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${two(rest)}`}`;
}

export const percent = (value: number): string =>
  new Intl.NumberFormat(language().tag, { style: 'percent', maximumFractionDigits: 0 }).format(value / 100);

/** One digit behind the point at most. */
export const decimal = (value: number): string =>
  new Intl.NumberFormat(language().tag, { maximumFractionDigits: 1 }).format(value);

export const list = (items: string[]): string => new Intl.ListFormat(language().tag).format(items);

export const place = (position: number): string => tOrdinal('time.place', { count: position });

export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(language().tag, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
