import type { TakeawayKind, TakeawaysView } from '@/core/types';
import { t } from '@/text';
import { useView } from './context';
import { NewTakeaway } from './NewTakeaway';
import { TakeawayEditor } from './TakeawayEditor';
import { takeawayKinds } from './TakeawayList';

/** All items of the record so far, by kind, in the order of the report. */
export function TakeawayDesk() {
  const { takeaways, final_report } = useView();
  return (
    <section class="desk" aria-labelledby="desk-title">
      <h2 id="desk-title" class="eyebrow">
        {t('desk.title')}
      </h2>
      {final_report === null && <NewTakeaway />}
      {takeawayKinds.map((kind) => (
        <Kind key={kind} kind={kind} takeaways={takeaways} />
      ))}
    </section>
  );
}

function Kind({ kind, takeaways }: { kind: TakeawayKind; takeaways: TakeawaysView }) {
  const items = takeaways.items.filter((item) => item.kind === kind);
  const preset = kind === 'takeaway' ? takeaways.preset.takeaways : takeaways.preset.calls_to_action;
  if (kind === 'commitment' && items.length === 0) return null;
  return (
    <>
      <h3>
        {t(`takeaway_kinds.${kind}`)}{' '}
        <span class="quiet">
          {kind === 'commitment' ? items.length : t('desk.of_preset', { number: items.length, preset })}
        </span>
      </h3>
      {items.length > preset && kind !== 'commitment' && <p class="hint warn">{t('desk.over_preset', { preset })}</p>}
      {items.length === 0 && <p class="quiet small">{t('desk.none')}</p>}
      <ol class="plain-list">
        {items.map((item, index) => (
          <TakeawayEditor
            key={item.item}
            item={item}
            preset={takeaways.preset}
            before={items[index - 1]?.item ?? null}
            afterNext={index + 1 < items.length ? (items[index + 2]?.item ?? null) : undefined}
          />
        ))}
      </ol>
    </>
  );
}
