import type { View } from '@/core/types';
import { useView } from './context';
import { areRunning } from './group_part';
import { laterPart } from './LaterPart';
import { currentPhase } from './talks';

const BreakoutDesk = laterPart(() => import('./BreakoutDesk').then((file) => file.BreakoutDesk));

/** In the middle while groups are the work at hand; else at the side. */
export function deskPlace({ breakouts, agenda }: Pick<View, 'breakouts' | 'agenda'>): 'stage' | 'side' {
  if (areRunning(breakouts)) return 'stage';
  if (breakouts.desk?.planned === true && breakouts.status !== 'closed') return 'stage';
  return currentPhase(agenda)?.kind === 'breakouts' ? 'stage' : 'side';
}

export function BreakoutDeskPlace({ at }: { at: 'stage' | 'side' }) {
  const view = useView();
  if (view.breakouts.desk === null || view.session.status === 'closed' || deskPlace(view) !== at) return null;
  return <BreakoutDesk />;
}

/** The steward has tables to look after: groups are planned, or at work. */
export const hasTables = ({ breakouts }: Pick<View, 'breakouts'>): boolean =>
  breakouts.desk !== null && (areRunning(breakouts) || breakouts.desk.planned);
