import type { Modality, RegionalGroup, Role } from '@/core/types';
import { t } from '@/text';
import { modalityName, regionName } from '@/text/reasons';

export const staffRoles = ['moderator', 'online_moderator', 'steward', 'rapporteur'] as const satisfies readonly Role[];

export const isStaff = (roles: readonly Role[]): boolean => staffRoles.some((role) => roles.includes(role));

interface Described {
  affiliation?: string;
  regional_group: RegionalGroup;
  modality: Modality;
  call_name?: string;
  said_as?: string;
  seat?: string;
}

/** What may be said of a person beside the name, in one line, the group's tag apart; only what was stated. */
export function aboutPerson(person: Described, between = ' · '): string {
  const said = [
    person.affiliation,
    person.regional_group === 'not_stated' ? undefined : regionName(person.regional_group),
    person.modality === 'not_stated' ? undefined : modalityName(person.modality),
    person.call_name === undefined ? undefined : t('person.call_name', { name: person.call_name }),
    person.said_as === undefined ? undefined : t('person.said_as', { name: person.said_as }),
    person.seat,
  ];
  return said.filter((part) => part !== undefined && part !== '').join(between);
}
