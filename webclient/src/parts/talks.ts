// The line-up of the part that runs: which talk it is, and which come next.
import type { AgendaView, Id, PhaseView, SpeakerView, View } from '@/core/types';
import { groupName, groupWithTitle } from './group_names';

export const currentPhase = (agenda: AgendaView): PhaseView | undefined =>
  agenda.phases.find((phase) => phase.phase === agenda.current);

/** Who presents; where a group reports, which one, and who speaks for it. */
export function talkName({ name, person, reports }: Pick<SpeakerView, 'name' | 'person' | 'reports'>): string {
  if (reports === undefined) return name;
  return person === 0 ? groupWithTitle(reports) : `${groupName(reports)} · ${name}`;
}

/** Talks of the running part that have not begun, in order. */
export const talksToCome = (agenda: AgendaView): SpeakerView[] =>
  (currentPhase(agenda)?.speakers ?? []).filter((talk) => talk.status === 'waiting');

/** Talks come next, not the queue: unless somebody from the queue speaks now. */
export const talksComeNext = ({ agenda, floor }: Pick<View, 'agenda' | 'floor'>): boolean =>
  talksToCome(agenda).length > 0 && (floor.turn === null || floor.turn.kind === 'talk');

/** "2 of 4", counted without those who are not there. Null for a talk that was dropped. */
export function talkPlace(agenda: AgendaView, talk: Id | undefined): { number: number; total: number } | null {
  const phase = agenda.phases.find((each) => each.speakers.some((speaker) => speaker.talk === talk));
  if (phase === undefined) return null;
  const given = phase.speakers.filter((speaker) => speaker.status !== 'away' || speaker.talk === talk);
  return { number: given.findIndex((speaker) => speaker.talk === talk) + 1, total: given.length };
}

/** What stands before each talk when `moved` goes one place up or down: the `before` of the command. */
export function placesToMove(order: readonly Id[], moved: Id): { up?: { before: Id }; down?: { before?: Id } } {
  const index = order.indexOf(moved);
  const [above, below, afterBelow] = [order[index - 1], order[index + 1], order[index + 2]];
  return {
    ...(above === undefined ? {} : { up: { before: above } }),
    ...(below === undefined ? {} : { down: afterBelow === undefined ? {} : { before: afterBelow } }),
  };
}
