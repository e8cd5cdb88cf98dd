// Who waits for the floor; those passed over for now stand at the queue's end without a place.
import type { FloorView, HandView, Id } from '@/core/types';

export const waitingHands = (floor: Pick<FloorView, 'queue'>): HandView[] => floor.queue.filter((hand) => !hand.away);

export const firstWaiting = (floor: Pick<FloorView, 'queue'>): HandView | undefined =>
  floor.queue.find((hand) => !hand.away);

/** Whom a `floor.give` expects to be next. */
export const expectedHand = (floor: Pick<FloorView, 'queue'>): Id | null => firstWaiting(floor)?.hand ?? null;
