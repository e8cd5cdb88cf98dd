import type { Guest, StakeholderGroup } from '@/core/types';
import { t } from '@/text';
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

export { aboutPerson } from './person_words';
