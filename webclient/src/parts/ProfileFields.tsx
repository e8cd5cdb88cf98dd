import { characters } from '@/core/limits';
import { t } from '@/text';
import { ChoiceField, TextField } from './Field';
import {
  inReportChoices,
  languageHint,
  modalityChoices,
  type ProfileDraft,
  regionChoices,
  stakeholderChoices,
} from './profile_choices';

interface Props {
  draft: ProfileDraft;
  change: (draft: ProfileDraft) => void;
  nameHint?: string;
}

/** The same fields wherever a profile is written: joining, correcting the own one, or a steward's. Only the name is required. */
export function ProfileFields({ draft, change, nameHint }: Props) {
  const set = <K extends keyof ProfileDraft>(field: K) => {
    return (value: ProfileDraft[K]) => change({ ...draft, [field]: value });
  };
  return (
    <>
      <TextField
        label={t('profile.name')}
        hint={nameHint}
        value={draft.name}
        change={set('name')}
        limit={characters.name}
        required
        autocomplete="name"
      />
      <ChoiceField
        label={t('profile.modality')}
        value={draft.modality}
        choices={modalityChoices()}
        change={set('modality')}
      />
      <ChoiceField
        label={t('profile.stakeholder_group')}
        value={draft.stakeholder_group}
        choices={stakeholderChoices()}
        change={set('stakeholder_group')}
      />
      <ChoiceField
        label={t('profile.regional_group')}
        value={draft.regional_group}
        choices={regionChoices()}
        change={set('regional_group')}
      />
      <details class="more">
        <summary>{t('profile.more')}</summary>
        <TextField
          label={t('profile.affiliation')}
          value={draft.affiliation}
          change={set('affiliation')}
          limit={characters.affiliation}
          autocomplete="organization"
        />
        <TextField
          label={t('profile.languages')}
          hint={languageHint()}
          value={draft.languages}
          change={set('languages')}
        />
        <TextField
          label={t('profile.call_name')}
          hint={t('profile.call_name_hint')}
          value={draft.call_name}
          change={set('call_name')}
          limit={characters.profile_note}
        />
        <TextField
          label={t('profile.said_as')}
          hint={t('profile.said_as_hint')}
          value={draft.said_as}
          change={set('said_as')}
          limit={characters.profile_note}
        />
        <TextField
          label={t('profile.seat')}
          hint={t('profile.seat_hint')}
          value={draft.seat}
          change={set('seat')}
          limit={characters.profile_note}
        />
        <ChoiceField
          label={t('in_report.label')}
          hint={t('in_report.hint')}
          value={draft.in_report}
          choices={inReportChoices()}
          change={set('in_report')}
        />
      </details>
    </>
  );
}
