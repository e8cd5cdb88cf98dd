// Hands that bring their words, time for who needs more, and those who help: readers, stewards, interpreters.
export const typed = {
  'typed.read_aloud_now': 'Read aloud now',
  'typed.yours_now': 'Staff read your words aloud now',
  'typed.mark_hand': 'typed: read aloud',
  'typed.mark_turn': 'read aloud',
  'typed.read_this': 'To be read aloud for {name}',
  'typed.write': 'Type it, and staff read it aloud',
  'typed.write_hint':
    'It keeps its place like any hand. You and staff see it; when its turn comes it is on screen with your name and read aloud.',
  'typed.words': 'Your words',
  'typed.words_of': 'Words of {name}',
  'typed.language': 'Written in',
  'typed.will_speak': 'I will speak',
  'typed.as_in_profile': 'as in my details',
  'typed.raise': 'Raise hand with these words',
  'typed.yours': 'Your words will be read aloud when your turn comes.',
  'typed.add': 'Let it be read aloud',
  'typed.change': 'Change the words',
  'typed.clear': 'I will speak myself',
  'typed.proxy_hint':
    'The hand keeps its place like any. Until its turn staff and the person alone see the words; then they are on screen with the name and read aloud.',
  'typed.proxy_title': 'Hand with the words of {name}',
  'extra.title': 'More time',
  'extra.hint':
    'For interpretation or another need, from the next turn on. Only staff and the person see it, and no group is charged for it.',
  'extra.of': '+{percent} %',
  'extra.none': 'None',
  'extra.other': 'Per cent of a turn',
  'extra.set': 'Set',
  'extra.yours': 'Your turns are longer by {percent} %.',
} as const;
