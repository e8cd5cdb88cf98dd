// Joins the pieces of the link to this browser.
import { isStaffRole, openAttendeeCore, openStaffCore } from '@/core/core_file';
import type { Role } from '@/core/types';
import { nameGuests } from '@/text/guests';
import { socketAddress } from './api';
import { Clock } from './clock';
import { Outbox } from './outbox';
import { randomUuid } from './random';
import { LiveSession } from './session';
import type { SocketLike, Surroundings } from './socket';
import { deviceStore } from './storage';

const monotonic = (): number => performance.now();

const surroundings = (session: string): Surroundings => ({
  open: () => new WebSocket(socketAddress(session), 'roundtable.v1') as SocketLike,
  later: (delay, call) => {
    const timer = setTimeout(call, delay);
    return () => clearTimeout(timer);
  },
  random: Math.random,
  online: () => navigator.onLine,
});

export interface Joining {
  session: string;
  token: string;
  role: Role;
  /** Names this person's waiting commands on the device. */
  outboxPrefix: string;
  keepToken(token: string): void;
}

export async function openLiveSession(joining: Joining): Promise<LiveSession> {
  const isStaff = isStaffRole(joining.role);
  const live = new LiveSession({
    core: await (isStaff ? openStaffCore() : openAttendeeCore()),
    ...(isStaff ? {} : { openStaffCore }),
    clock: new Clock(monotonic),
    outbox: new Outbox(deviceStore, joining.outboxPrefix, randomUuid, Date.now),
    around: surroundings(joining.session),
    monotonic,
    token: joining.token,
    keepToken: joining.keepToken,
    worded: nameGuests,
  });
  window.addEventListener('online', () => live.wake());
  // A browser that thinks it is offline may be wrong (a room without the internet): ask the server, and believe its silence.
  window.addEventListener('offline', () => live.wake());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') live.wake();
  });
  // Brought back from the browser's own cache of pages, or thawed by it.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) live.wake();
  });
  document.addEventListener('resume', () => live.wake());
  live.start();
  return live;
}
