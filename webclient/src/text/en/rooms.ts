// The room display, captions and the captioner's page.
export const rooms = {
  'display.more_wait': { one: 'and {count} more', other: 'and {count} more' },
  'captions.title': 'Captions',
  'captions.language': 'Caption language',
  'captions.none_in': 'Nothing in {language} at the moment.',
  'captions.not_sent': 'not sent yet',
  'captions.line_refused': 'The server does not take the first of the waiting lines. Remove it and write it anew.',
  'captions.address_unknown': 'The server does not know this address for captions. Reload the page.',
  'captions.too_late': 'The session was closed before this was sent.',
} as const;
