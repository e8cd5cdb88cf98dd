// The room display and the captioner's page.
export const rooms = {
  'display.of_left': 'of {time} left',
  'display.time_is_up': 'time is up',
  'display.left_in_phase': 'left in this part',
  'display.floor_open': 'The floor is open',
  'display.next': 'Next at the table',
  'display.nobody_waits': 'Nobody waits. Raise a hand on your phone, or tell a steward.',
  'display.more_wait': { one: 'and {count} more', other: 'and {count} more' },
  'display.question': 'Question on the table',
  'display.join': 'Join from your phone',
  'display.ends': 'ends {time} · {left} left',
  'display.lobby': 'Welcome to the table',
  'display.lobby_hint': 'Join now: ask, support, and raise a hand. No account, no app.',
  'display.break_hint': 'We go on when the clock says so.',
  'display.closed': 'Thank you',
  'display.closed_hint': 'The session is closed. Its report is on its way.',
  'display.lost': 'This screen has lost its connection',
  'display.lost_hint': 'What it showed would no longer be true. It comes back by itself.',
  'display.connection_lost': {
    one: 'No connection for {seconds} s: the clock runs on, changes are missing',
    other: 'No connection for {seconds} s: the clock runs on, changes are missing',
  },
  'captions.title': 'For captioners',
  'captions.how':
    'This server does not take captions yet: they stay in the video call. This page shows who speaks, so that names are right.',
} as const;
