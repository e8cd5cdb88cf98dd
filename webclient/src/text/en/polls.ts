// Polls and temperature checks.
export const polls = {
  'heard.poll_opened': 'Vote now: {title}',
  'heard.poll_closed': 'Voting is closed: {title}',
  'heard.poll_published': 'Results are there: {title}',
  'refusal.poll_not_open': 'Voting is closed: this came too late. What you had voted before still counts.',
  'refusal.poll_dots': 'More dots or answers than you have.',
  'refusal.poll_opened': 'The poll was opened already.',
  'refusal.poll_closed': 'The poll was closed: ask it again.',
  'command.poll.vote': 'Your vote',
  'command.poll.unvote': 'Take your vote back',
} as const;
