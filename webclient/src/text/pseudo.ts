import type { Catalogue, Message } from './en';

const accents: Record<string, string> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  g: 'ğ',
  i: 'í',
  l: 'ł',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'ü',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  C: 'Ç',
  E: 'É',
  I: 'Î',
  O: 'Ø',
  S: 'Š',
  U: 'Û',
};

/** English that looks foreign and is two fifths longer: what is still plain English did not come from a catalogue. */
export function pseudo<C extends Partial<Catalogue>>(catalogue: C): C {
  const changed = Object.entries(catalogue).map(([key, message]) => [key, changeMessage(message)]);
  return Object.fromEntries(changed) as C;
}

function changeMessage(message: Message): Message {
  if (typeof message === 'string') return changeText(message);
  const forms = Object.entries(message).map(([form, text]) => [form, changeText(text ?? '')]);
  return Object.fromEntries(forms) as Message;
}

function changeText(text: string): string {
  const accented = text.replace(/\{\w+\}|[a-zA-Z]/g, (part) => accents[part] ?? part);
  return `${accented}${'~'.repeat(Math.ceil(text.length * 0.4))}`;
}
