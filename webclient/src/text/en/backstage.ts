// What staff have beside the session: their line, cues, answers to signals, who runs it, notes and the final report.
export const backstage = {
  'chair.take': 'Take over',
  'cue.from_staff': 'From the people who run the session',
  'cue.understood': 'OK',
  'own_cue.one_minute': 'One minute left',
  'own_cue.please_end': 'Please come to an end',
  'own_cue.unmute': 'Please unmute yourself',
  'own_cue.you_are_next': 'You are next',
  'own_cue.move_to_microphone': 'Please go to the microphone',
  'answer.seen': 'Seen',
  'answer.fixed': 'Fixed',
  'answer.count': { one: '{count} of {all} told that it is seen', other: '{count} of {all} told that it is seen' },
  'answered.title': 'Your problem',
  'answered.seen': 'The room has seen it.',
  'answered.fixed': 'Fixed: tell us if not.',
  'answered.not_fixed': 'Not fixed',
  'jot.remove': 'Remove',
} as const;
