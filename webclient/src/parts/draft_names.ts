import type { Command, Id } from '@/core/types';

/** Names of the fields whose text is kept on the device. */
export const draftNames = {
  question: 'question',
  announcement: 'announcement',
  handText: 'hand-text',
  handTextOf: (hand: Id) => `hand-${hand}-text`,
  proxyHand: (person: Id) => `hand-for-${person}`,
  proxyQuestion: (person: Id) => `question-for-${person}`,
  caption: 'caption',
  captionLanguage: 'caption-language',
  staffMessage: 'staff-message',
  jotting: 'jotting',
  jottingText: (jot: Id) => `jotting-${jot}-text`,
  jottingBase: (jot: Id) => `jotting-${jot}-base`,
  narrativeText: (field: string) => `narrative-${field}-text`,
  narrativeBase: (field: string) => `narrative-${field}-base`,
  topicWishes: 'topic-wishes',
  ballot: (poll: Id) => `ballot-${poll}`,
  noteNew: 'note-new',
  noteNewMark: 'note-new-mark',
  noteEdits: 'note-edits',
  noteText: (note: Id) => `note-${note}-text`,
  noteMark: (note: Id) => `note-${note}-mark`,
  noteBase: (note: Id) => `note-${note}-base`,
  groupQuestion: 'group-question',
  helpReason: 'help-reason',
  broadcast: (group: Id | 'all') => `broadcast-${group}`,
  takeawayTitle: (item: Id | 'new') => `takeaway-${item}-title`,
  takeawayBody: (item: Id | 'new') => `takeaway-${item}-body`,
  takeawayBase: (item: Id) => `takeaway-${item}-base`,
};

/** Where refused words belong; null where they are shown only. */
export function draftFor(command: Command): string | null {
  if (command.type === 'announce') return draftNames.announcement;
  if (command.type === 'staff.say') return draftNames.staffMessage;
  if (command.type === 'jot.add') return draftNames.jotting;
  if (command.type === 'note.add') return draftNames.noteNew;
  if (command.type === 'group.ask') return draftNames.groupQuestion;
  if (command.type === 'breakout.broadcast') return draftNames.broadcast(command.data.group ?? 'all');
  if (command.type === 'hand.text') return draftNames.handTextOf(command.data.hand);
  if (command.type === 'hand.raise' && command.data.text !== undefined) {
    return command.data.for === undefined ? draftNames.handText : draftNames.proxyHand(command.data.for);
  }
  if (command.type !== 'question.ask') return null;
  return command.data.for === undefined ? draftNames.question : draftNames.proxyQuestion(command.data.for);
}
