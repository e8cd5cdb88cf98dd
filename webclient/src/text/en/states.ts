// The states of a session, a plan that bends while it runs, and what is put on the room screen.
export const states = {
  'stage.rehearsal': 'Rehearsal',
  'stage.rehearsal_hint': 'Everything works. Nothing of it is kept.',
  'stage.reopened': 'Open again',
  'stage.reopened_hint': 'The session had been closed. Questions, votes and hands are taken again.',
  'state.prepared': 'You are early',
  'state.prepared_hint': 'Keep this page: it comes to life by itself. You can already ask questions.',
  'state.begins_in': 'Begins in {time}',
  'state.begins_now': 'Begins in a moment',
  'rehearsal.start': 'Rehearse',
  'rehearsal.end': 'End rehearsal',
  'plan.skipped': 'skipped',
} as const;
