// What ../everywhere.ts has for the pages of staff, displays and the start page alone.
export const everywhere = {
  'key.open': 'Keys…',
  'key.title': 'Keyboard shortcuts',
  'key.switch': 'Single keys act on this page',
  'key.hint':
    'This device remembers the switch. Keys do nothing while you write or while a dialog is open. Space and Enter always press the control that has the focus.',
  'key.pause': 'Pause, and go on',
  'key.more_time': '30 seconds more for the speaker',
  'key.give': 'Give the floor to whoever is next',
  'key.approve': 'Approve the first question to review',
  'key.merge': 'Merge the first question to review',
  'key.reject': 'Reject the first question to review',
  'key.show': 'Put the first open question on screen',
  'key.take_down': 'Take the question down',
  'key.answered': 'The question on screen is answered',
  'key.copy_paper': 'Copy plan and queue as text',
  'nav.with_count': '{name} · {count}',
  'nav.people': 'People',
} as const;
