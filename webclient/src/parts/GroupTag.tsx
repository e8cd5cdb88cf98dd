import type { StakeholderGroup } from '@/core/types';
import { t } from '@/text';
import { stakeholderName } from '@/text/reasons';

/** Short text and a colour that colour-blind people can tell apart, always together. */
export function GroupTag({ group }: { group: StakeholderGroup | undefined }) {
  if (group === undefined || group === 'not_stated') return null;
  return (
    <abbr class="tag" data-group={group} title={stakeholderName(group)}>
      {t(`stakeholder_short.${group}`)}
    </abbr>
  );
}
