import type { TakeawayKind, TakeawayView } from '@/core/types';
import { t } from '@/text';
import { useView } from './context';
import { Words } from './Words';

export const takeawayKinds: readonly TakeawayKind[] = ['takeaway', 'call_to_action', 'commitment'];

/** The published takeaways as everyone reads them. */
export function TakeawayList() {
  const items = useView().takeaways.items.filter((item) => item.published);
  if (items.length === 0) return <p class="quiet">{t('takeaways.none')}</p>;
  return (
    <>
      {takeawayKinds.map((kind) => (
        <OneKind key={kind} kind={kind} items={items.filter((item) => item.kind === kind)} />
      ))}
    </>
  );
}

function OneKind({ kind, items }: { kind: TakeawayKind; items: TakeawayView[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{t(`takeaway_kinds.${kind}`)}</h3>
      <ol class="takeaways">
        {items.map((item) => (
          <li key={item.item} data-testid={`takeaway-${item.item}`}>
            <p class="takeaway-title">
              <Words language={item.language}>{item.title}</Words>
            </p>
            <p>
              <Words language={item.language}>{item.body}</Words>
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
