import type { InReport, Modality, Profile, RegionalGroup, StakeholderGroup } from '@/core/types';
import type { JoinProfile } from '@/link/api';
import { t } from '@/text';
import { modalityName, regionName, stakeholderName } from '@/text/reasons';

const stakeholders: StakeholderGroup[] = [
  'not_stated',
  'civil_society',
  'technical_community',
  'government',
  'private_sector',
  'intergovernmental_organization',
  'other',
];
const regions: RegionalGroup[] = [
  'not_stated',
  'african',
  'asia_pacific',
  'eastern_european',
  'grulac',
  'weog',
  'intergovernmental',
  'other',
];
const modalities: Modality[] = ['not_stated', 'onsite', 'online'];

export const stakeholderChoices = () => stakeholders.map((group) => [group, stakeholderName(group)] as const);
export const regionChoices = () => regions.map((group) => [group, regionName(group)] as const);
export const modalityChoices = () => modalities.map((modality) => [modality, modalityName(modality)] as const);

export interface ProfileDraft {
  name: string;
  affiliation: string;
  stakeholder_group: StakeholderGroup;
  regional_group: RegionalGroup;
  modality: Modality;
  languages: string;
  call_name: string;
  said_as: string;
  seat: string;
  /** Not asked here; what was told stays. */
  gender: string;
  in_report: InReport;
}

export function draftOf(profile: Partial<Profile> | null | undefined): ProfileDraft {
  return {
    name: profile?.name ?? '',
    affiliation: profile?.affiliation ?? '',
    stakeholder_group: profile?.stakeholder_group ?? 'not_stated',
    regional_group: profile?.regional_group ?? 'not_stated',
    modality: profile?.modality ?? 'not_stated',
    languages: (profile?.languages ?? []).join(', '),
    call_name: profile?.call_name ?? '',
    said_as: profile?.said_as ?? '',
    seat: profile?.seat ?? '',
    gender: profile?.gender ?? '',
    in_report: profile?.in_report ?? 'name',
  };
}

/** An absent field is "not stated" on the wire. */
export function profileOf(draft: ProfileDraft): JoinProfile {
  const profile: JoinProfile = { name: draft.name.trim() };
  if (draft.affiliation.trim() !== '') profile.affiliation = draft.affiliation.trim();
  if (draft.stakeholder_group !== 'not_stated') profile.stakeholder_group = draft.stakeholder_group;
  if (draft.regional_group !== 'not_stated') profile.regional_group = draft.regional_group;
  if (draft.modality !== 'not_stated') profile.modality = draft.modality;
  const languages = draft.languages.split(/[\s,;]+/).filter((tag) => tag !== '');
  if (languages.length > 0) profile.languages = languages;
  if (draft.call_name.trim() !== '') profile.call_name = draft.call_name.trim();
  if (draft.said_as.trim() !== '') profile.said_as = draft.said_as.trim();
  if (draft.seat.trim() !== '') profile.seat = draft.seat.trim();
  if (draft.gender !== '') profile.gender = draft.gender;
  profile.in_report = draft.in_report;
  return profile;
}

const inReport: InReport[] = ['name', 'group', 'none'];
export const inReportChoices = () => inReport.map((shown) => [shown, t(`in_report.${shown}`)] as const);

export const languageHint = (): string => t('profile.languages_hint');
