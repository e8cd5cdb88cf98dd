import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { View } from '@/core/types';
import type { AnonymousQuestions } from '@/link/anonymous';
import type { Facts } from '@/link/api';
import type { Drafts } from '@/link/drafts';
import type { LiveSession } from '@/link/session';

export interface Roundtable {
  live: LiveSession;
  facts: Facts;
  drafts: Drafts;
  anonymous: AnonymousQuestions;
  /** Where this device keeps what belongs to this session and link, by what it is. */
  storedUnder(what: string): string;
  /** Forgets who this device is here and shows the join page again. */
  joinAgain(): void;
}

export const RoundtableContext = createContext<Roundtable | null>(null);

export function useRoundtable(): Roundtable {
  const roundtable = useContext(RoundtableContext);
  if (roundtable === null) throw new Error('Used outside a session');
  return roundtable;
}

/** What is true now. Pages are shown only once there is a view. */
export function useView(): View {
  const view = useRoundtable().live.view.value;
  if (view === null) throw new Error('Used before the first view');
  return view;
}

/** The address that a phone opens to join. */
export const joinAddress = (facts: Facts): string => facts.join_url ?? `${location.origin}/s/${facts.code}`;
