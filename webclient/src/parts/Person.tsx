import type { StakeholderGroup } from '@/core/types';
import { GroupTag } from './GroupTag';
import { Words } from './Words';

interface NameProps {
  name: string;
  group?: StakeholderGroup | undefined;
}

export function PersonName({ name, group }: NameProps) {
  return (
    <span class="person">
      <Words class="person-name">{name}</Words> <GroupTag group={group} />
    </span>
  );
}

export { aboutPerson } from './person_words';
