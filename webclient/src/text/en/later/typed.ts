// What ../typed.ts has for the pages of staff, displays and the start page alone.
export const typed = {
  'typed.proxy': 'Type for…',
  'onsite.title': 'Next in the room',
  'onsite.none': 'Nobody in the room waits.',
  'onsite.seat_unknown': 'seat not known',
  'onsite.in': 'in {wait}',
  'helpers.title': 'Next three',
  'helpers.nobody': 'Nobody waits.',
  'helpers.said_as': 'Say: {name}',
  'helpers.speaks': 'Speaks {language}',
  'helpers.language_unknown': 'Language not stated',
  'helpers.question': 'Question on screen',
  'helpers.talk': 'Talk',
} as const;
