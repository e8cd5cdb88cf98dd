import type { Guest, Modality, RegionalGroup, StakeholderGroup } from '@/core/types';
import { t } from '@/text';
import { modalityName, regionName } from '@/text/reasons';
import { useView } from './context';
import { GroupTag } from './GroupTag';
import { Words } from './Words';

interface NameProps {
  name: string;
  group?: StakeholderGroup | undefined;
  /** Staff are told that others do not see the name. */
  guest?: Guest | undefined;
}

export function PersonName({ name, group, guest }: NameProps) {
  const { staff } = useView().me;
  return (
    <span class="person">
      <Words class="person-name">{name}</Words> <GroupTag group={group} />
      {staff && guest !== undefined && (
        <span class="chip unpassed">{t(guest.hidden ? 'guest.hidden' : 'guest.mark')}</span>
      )}
    </span>
  );
}

interface Described {
  affiliation?: string;
  regional_group: RegionalGroup;
  modality: Modality;
  call_name?: string;
  said_as?: string;
}

/** What may be said of a person beside the name, in one line, the group's tag apart; only what was stated. */
export function aboutPerson(person: Described): string {
  const said = [
    person.affiliation,
    person.regional_group === 'not_stated' ? undefined : regionName(person.regional_group),
    person.modality === 'not_stated' ? undefined : modalityName(person.modality),
    person.call_name === undefined ? undefined : t('person.call_name', { name: person.call_name }),
    person.said_as === undefined ? undefined : t('person.said_as', { name: person.said_as }),
  ];
  return said.filter((part) => part !== undefined && part !== '').join(' · ');
}
