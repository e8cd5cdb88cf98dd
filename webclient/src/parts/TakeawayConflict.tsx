import type { Signal } from '@preact/signals';
import type { TakeawayView } from '@/core/types';
import { t } from '@/text';
import { Button } from './Button';
import { Words } from './Words';

interface Props {
  item: TakeawayView;
  title: Signal<string>;
  body: Signal<string>;
  base: Signal<string>;
  takeTheirs: () => void;
  keepMine: () => void;
}

/** Two rapporteurs wrote at once: both texts stay in sight until a person decides. */
export function TakeawayConflict({ item, title, body, base, takeTheirs, keepMine }: Props) {
  const keepBoth = () => {
    if (title.value !== item.title) title.value = `${item.title} / ${title.value}`;
    body.value = `${item.body}\n\n${body.value}`;
    base.value = String(item.revision);
  };
  return (
    <section class="conflict" role="alert" aria-label={t('conflict.title')} data-testid={`conflict-${item.item}`}>
      <h4>{t('conflict.title')}</h4>
      <p>{t('conflict.hint')}</p>
      <div class="side-by-side">
        <div>
          <h5>{t('conflict.theirs')}</h5>
          <p class="takeaway-title">
            <Words language={item.language}>{item.title}</Words>
          </p>
          <p>
            <Words language={item.language}>{item.body}</Words>
          </p>
        </div>
        <div>
          <h5>{t('conflict.mine')}</h5>
          <p class="takeaway-title">
            <Words>{title.value}</Words>
          </p>
          <p>
            <Words>{body.value}</Words>
          </p>
        </div>
      </div>
      <div class="row">
        <Button kind="primary" label={t('conflict.keep_both')} press={keepBoth} />
        <Button label={t('conflict.keep_mine')} press={keepMine} />
        <Button label={t('conflict.take_theirs')} press={takeTheirs} />
      </div>
    </section>
  );
}
