// Who gets in, which names reach the screens, what the room display shows, and how many people there are.
export const door = {
  'guest.onsite': 'Guest in the room {number}',
  'guest.online': 'Online guest {number}',
  'guest.not_stated': 'Guest {number}',
  'guest.mark': 'not on screen yet',
  'guest.hidden': 'name hidden',
  'guest.yours': 'Others see you as “{name}” until the moderators let your name pass.',
  'names.title': 'Names to let pass · {count}',
  'names.hint': 'Typed by the people themselves. Until you let a name pass, everyone else sees a guest.',
  'names.pass': 'Let pass',
  'names.pass_all': { one: 'Let it pass', other: 'Let all {count} pass' },
  'names.hide': 'Hide name',
  'names.show_again': 'Show name again',
  'names.as_guest': 'Everyone else then sees “{name}”.',
  'names.is_guest': 'Everyone else sees “{name}”.',
  'names.more': { one: 'and {count} more', other: 'and {count} more' },
  'join.waiting': 'The moderators will let you in',
  'join.waiting_hint': 'They see your name: {name}. Leave this page open; it goes on by itself.',
  'join.nobody_new': 'Nobody new joins at the moment',
  'join.nobody_new_hint':
    'The moderators closed the entrance. If you have an own link, open that one. Or try again later.',
  'join.turned_away': 'You were not let in',
  'join.turned_away_hint':
    'The moderators of this session turned this request away. If this is a mistake, speak to them.',
  'join.removed': 'You were removed from this session',
  'join.removed_hint':
    'This device cannot join it again. If this is a mistake, speak to the people who run the session.',
} as const;
