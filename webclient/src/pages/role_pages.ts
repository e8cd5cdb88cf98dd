// Each role's page is a file of its own: a phone never loads the console. The attendees' page comes with the start: most who come
// are attendees, and one file less is one way less over a thin line.
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Role } from '@/core/types';
import { AttendeePage } from './AttendeePage';

export type RolePage = ComponentType;

const loaders: Record<Role, () => Promise<RolePage>> = {
  attendee: async () => AttendeePage,
  speaker: async () => AttendeePage,
  moderator: () => import('./ModeratorPage').then((file) => file.ModeratorPage),
  online_moderator: () => import('./ModeratorPage').then((file) => file.OnlineModeratorPage),
  steward: () => import('./StewardPage').then((file) => file.StewardPage),
  rapporteur: () => import('./RapporteurPage').then((file) => file.RapporteurPage),
  display: () => import('./DisplayPage').then((file) => file.DisplayPage),
  overlay: () => import('./OverlayPage').then((file) => file.OverlayPage),
  captioner: () => import('./CaptionerPage').then((file) => file.CaptionerPage),
};

/** Pages that have arrived. */
export const rolePages = signal<Partial<Record<Role, RolePage>>>({});
/** A page could not be fetched: a newer version of the site may have replaced it. */
export const pageMissing = signal(false);

const asked = new Set<Role>();

export function fetchRolePage(role: Role): void {
  if (asked.has(role)) return;
  asked.add(role);
  loaders[role]().then(
    (page) => {
      rolePages.value = { ...rolePages.value, [role]: page };
    },
    () => {
      asked.delete(role);
      pageMissing.value = true;
    },
  );
}
