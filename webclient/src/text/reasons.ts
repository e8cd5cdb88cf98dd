import type { Attribute, Modality, RegionalGroup, Rule, StakeholderGroup } from '@/core/types';
import { type Key, t } from './index';

export interface Placed {
  rule: Rule;
  by?: Attribute;
  stakeholder_group: StakeholderGroup;
  regional_group: RegionalGroup;
  modality: Modality;
}

export const stakeholderName = (group: StakeholderGroup): string => t(`stakeholder.${group}`);
export const regionName = (group: RegionalGroup): string => t(`region.${group}`);
export const modalityName = (modality: Modality): string => t(`modality.${modality}`);

/** The few words that say why a hand stands where it stands, or why a turn was given. */
export function reasonFor(placed: Placed): string {
  if (placed.rule === 'least_served') return t('reason.least_served', { group: groupFor(placed) });
  if (placed.rule !== 'alternate') return t(`reason.${placed.rule}`);
  if (placed.by !== undefined && placed.by !== 'modality') return t('reason.alternate', { group: groupFor(placed) });
  return placed.modality === 'not_stated' ? t('reason.arrival') : t(`reason.alternate_${placed.modality}`);
}

/** The same as a sentence to the person whose hand it is. */
export function ownReasonFor(placed: Placed): string {
  if (placed.rule === 'least_served') return t('own_reason.least_served', { group: groupFor(placed) });
  if (placed.rule === 'alternate') return t('own_reason.alternate');
  return t(`own_reason.${placed.rule}` as Key);
}

function groupFor(placed: Placed): string {
  if (placed.by === 'regional_group') return regionName(placed.regional_group);
  if (placed.by === 'modality') return modalityName(placed.modality);
  return stakeholderName(placed.stakeholder_group);
}
