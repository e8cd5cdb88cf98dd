// Points being rewritten: what is under way outlives a reload, the close, a move to another group and the point itself.
import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import type { Command, CommandData, Id, NoteMark, NoteView } from '@/core/types';
import type { Drafts } from '@/link/drafts';
import { draftNames } from './draft_names';

export const noteMarks: readonly NoteMark[] = ['claim', 'dissent', 'ask'];
export type MarkDraft = NoteMark | '';

/** The group that staff write in; members write in their own and name none. */
export const NotesGroup = createContext<Id | undefined>(undefined);

export interface NoteEdit {
  text: Signal<string>;
  mark: Signal<string>;
  /** The revision that the writer saw; empty: nobody rewrites it here. */
  base: Signal<string>;
}

export const editOf = (drafts: Drafts, note: Id): NoteEdit => ({
  text: drafts.of(draftNames.noteText(note)),
  mark: drafts.of(draftNames.noteMark(note)),
  base: drafts.of(draftNames.noteBase(note)),
});

const openEdits = (drafts: Drafts): Signal<string> => drafts.of(draftNames.noteEdits);
const idsOf = (text: string): Id[] => (text === '' ? [] : text.split(',').map(Number));

export function startEdit(drafts: Drafts, note: NoteView): void {
  const edit = editOf(drafts, note.note);
  edit.text.value = note.text;
  edit.mark.value = note.mark ?? '';
  edit.base.value = String(note.revision);
  const open = openEdits(drafts);
  open.value = [...idsOf(open.value).filter((id) => id !== note.note), note.note].join();
}

export function stopEdit(drafts: Drafts, note: Id): void {
  const edit = editOf(drafts, note);
  edit.base.value = edit.text.value = edit.mark.value = '';
  const open = openEdits(drafts);
  open.value = idsOf(open.value)
    .filter((id) => id !== note)
    .join();
}

/** Edits whose point is no longer there: removed meanwhile, or left behind in another group. */
export function orphans(drafts: Drafts, notes: readonly Id[]): Id[] {
  const here = new Set(notes);
  return idsOf(openEdits(drafts).value).filter((id) => !here.has(id) && editOf(drafts, id).base.value !== '');
}

export const markOf = (draft: string): NoteMark | undefined => noteMarks.find((mark) => mark === draft);

const withMark = (mark: string): { mark?: NoteMark } => {
  const known = markOf(mark);
  return known === undefined ? {} : { mark: known };
};

export const newNote = (text: string, mark: string, group: Id | undefined): Command => ({
  type: 'note.add',
  data: { ...(group === undefined ? {} : { group }), text: text.trim(), ...withMark(mark) },
});

export const rewrittenNote = (
  note: Pick<NoteView, 'note' | 'revision'>,
  text: string,
  mark: string,
): { type: 'note.edit'; data: CommandData['note.edit'] } => ({
  type: 'note.edit',
  data: { note: note.note, revision: note.revision, text: text.trim(), ...withMark(mark) },
});

const isSame = (note: NoteView, text: string, mark: string): boolean =>
  note.text === text.trim() && (note.mark ?? '') === mark;

export type EditState = 'reading' | 'editing' | 'saved' | 'conflict';

/** `isSending`: an own edit is on its way, so that a newer revision may well be that one. */
export function stateOfEdit(
  note: NoteView,
  edit: { text: string; mark: string; base: string },
  isSending: boolean,
): EditState {
  if (edit.base === '') return 'reading';
  if (note.revision <= Number(edit.base)) return 'editing';
  // Saved by this edit, or by somebody else to the same words: nothing is left to decide.
  if (isSame(note, edit.text, edit.mark)) return 'saved';
  return isSending ? 'editing' : 'conflict';
}

/** Both texts, and what stands in both only once. */
export function bothTexts(theirs: string, mine: string): string {
  if (mine.trim() === '' || theirs.includes(mine.trim())) return theirs;
  if (mine.includes(theirs.trim())) return mine;
  return `${theirs}\n${mine}`;
}
