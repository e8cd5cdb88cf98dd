// The two modules of the core: staff's knows all; everybody else's is small and knows what they may see and do.
import { coreModule, loadCore, type WasmCore } from './loader';
import staffUrl from './roundtable.wasm?url';
import attendeeUrl from './roundtable_attendee.wasm?url';
import type { Role } from './types';

const staffRoles: readonly Role[] = ['moderator', 'online_moderator', 'steward', 'rapporteur'];
export const isStaffRole = (role: Role): boolean => staffRoles.includes(role);

export const openStaffCore = (): Promise<WasmCore> => loadCore(staffUrl);
export const openAttendeeCore = (): Promise<WasmCore> => loadCore(attendeeUrl);

/** Has the module fetched and compiled while a person still reads or types. */
export function prepareCore(role: Role): void {
  coreModule(isStaffRole(role) ? staffUrl : attendeeUrl).catch(() => undefined);
}
