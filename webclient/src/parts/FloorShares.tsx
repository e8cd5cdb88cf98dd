import { useState } from 'preact/hooks';
import type { Attribute, StakeholderGroup } from '@/core/types';
import { t } from '@/text';
import { countdown, percent } from '@/text/format';
import { modalityName, regionName, stakeholderName } from '@/text/reasons';
import { useView } from './context';
import { GroupTag } from './GroupTag';
import { Bar } from './PhaseProgress';

const attributes: readonly Attribute[] = ['stakeholder_group', 'regional_group', 'modality'];

/** Seconds of the open floor by group: heard by all, so shown to all. */
export function FloorShares() {
  const { served } = useView().floor;
  const [by, setBy] = useState<Attribute>('stakeholder_group');
  const rows = served[by] ?? [];
  return (
    <section class="panel shares" aria-labelledby="shares-title">
      <h2 id="shares-title" class="eyebrow">
        {t('shares.title')}
      </h2>
      <fieldset class="segments">
        <legend class="heard-only">{t('shares.by')}</legend>
        {attributes.map((each) => (
          <button key={each} type="button" class="segment" aria-pressed={by === each} onClick={() => setBy(each)}>
            {t(`shares.${each}`)}
          </button>
        ))}
      </fieldset>
      {rows.length === 0 && <p class="quiet small">{t('shares.none')}</p>}
      <ul class="plain-list">
        {rows.map((row) => (
          <li
            key={row.value}
            class="share"
            data-group={by === 'stakeholder_group' ? row.value : undefined}
            title={t('shares.row', { time: countdown(row.served_ms), count: row.turns })}
          >
            <span class="share-name">
              {by === 'stakeholder_group' && row.value !== 'not_stated' ? (
                <GroupTag group={row.value as StakeholderGroup} />
              ) : (
                <span class="small">{groupName(by, row.value)}</span>
              )}
            </span>
            <div class="share-bar" aria-hidden="true">
              <Bar percent={row.share_percent} />
            </div>
            <span class="clock small">{percent(row.share_percent)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function groupName(by: Attribute, value: string): string {
  if (by === 'modality') return modalityName(value as never);
  return by === 'regional_group' ? regionName(value as never) : stakeholderName(value as never);
}
