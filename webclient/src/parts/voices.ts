// Who is heard next, from the line-up or the queue, with what is needed to say the name and to listen.
import type { HandView, StakeholderGroup, View } from '@/core/types';
import { waitingHands } from './waiting';

export interface Voice {
  key: string;
  name: string;
  said_as?: string | undefined;
  language?: string | undefined;
  stakeholder_group?: StakeholderGroup | undefined;
  /** Absent for a talk. */
  hand?: HandView;
}

const shownAtMost = 3;

/** Talks come first while the line-up runs. */
export function nextVoices(view: Pick<View, 'agenda' | 'floor' | 'people'>, talksFirst: boolean): Voice[] {
  const hands = waitingHands(view.floor).map((hand) => ({
    key: `hand-${hand.hand}`,
    name: hand.name,
    said_as: hand.said_as,
    language: hand.language,
    stakeholder_group: hand.stakeholder_group,
    hand,
  }));
  return [...(talksFirst ? talks(view) : []), ...hands].slice(0, shownAtMost);
}

function talks({ agenda, people }: Pick<View, 'agenda' | 'people'>): Voice[] {
  const phase = agenda.phases.find((each) => each.phase === agenda.current);
  const waiting = phase?.speakers.filter((talk) => talk.status === 'waiting') ?? [];
  return waiting.map((talk) => {
    const person = people.find((each) => each.person === talk.person);
    return {
      key: `talk-${talk.talk}`,
      name: talk.name,
      said_as: person?.said_as,
      language: person?.languages[0],
      stakeholder_group: person?.stakeholder_group,
    };
  });
}
