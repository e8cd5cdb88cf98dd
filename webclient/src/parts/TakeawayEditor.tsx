import { useState } from 'preact/hooks';
import type { Id, TakeawaysView, TakeawayView } from '@/core/types';
import { t } from '@/text';
import { timeOfDay } from '@/text/format';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { CopyButton } from './CopyButton';
import { useRoundtable, useView } from './context';
import { draftNames } from './draft_names';
import { EvidenceList } from './EvidenceList';
import { ShowTakeaway } from './ScreenActs';
import { TakeawayConflict } from './TakeawayConflict';
import { TakeawayFields } from './TakeawayFields';
import { Words } from './Words';

interface Props {
  item: TakeawayView;
  preset: TakeawaysView['preset'];
  /** The item above; null: this is the first. */
  before: Id | null;
  /** Where "down" would put it: before this item, or last (null); undefined: it is the last. */
  afterNext: Id | null | undefined;
}

/** One item of the record: read, edit, order, link, show. */
export function TakeawayEditor({ item, preset, before, afterNext }: Props) {
  const { drafts } = useRoundtable();
  // A kept base revision means that an edit was under way, also before a reload.
  const base = drafts.of(draftNames.takeawayBase(item.item));
  return (
    <li class="card takeaway-item" data-published={item.published} data-testid={`takeaway-${item.item}`}>
      {base.value === '' ? (
        <Reading item={item} edit={() => startEdit(drafts, item)} />
      ) : (
        <Editing item={item} preset={preset} />
      )}
      <EvidenceList item={item} />
      <div class="row">
        <ActionButton
          command={{ type: item.published ? 'takeaway.hide' : 'takeaway.publish', data: { item: item.item } }}
          label={item.published ? t('desk.hide') : t('desk.publish')}
          kind={item.published ? 'plain' : 'primary'}
          about={item.title}
        />
        <ShowTakeaway item={item} />
        {before !== null && (
          <ActionButton
            command={{ type: 'takeaway.move', data: { item: item.item, before } }}
            label={t('desk.up')}
            about={item.title}
          />
        )}
        {afterNext !== undefined && (
          <ActionButton
            command={{ type: 'takeaway.move', data: { item: item.item, before: afterNext } }}
            label={t('desk.down')}
            about={item.title}
          />
        )}
        <ActionButton
          command={{ type: 'takeaway.remove', data: { item: item.item } }}
          label={t('desk.remove')}
          kind="danger"
          about={item.title}
          confirm={() => window.confirm(t('desk.remove_confirm'))}
        />
      </div>
    </li>
  );
}

function startEdit(drafts: ReturnType<typeof useRoundtable>['drafts'], item: TakeawayView): void {
  drafts.of(draftNames.takeawayTitle(item.item)).value = item.title;
  drafts.of(draftNames.takeawayBody(item.item)).value = item.body;
  drafts.of(draftNames.takeawayBase(item.item)).value = String(item.revision);
}

function Reading({ item, edit }: { item: TakeawayView; edit: () => void }) {
  const { final_report } = useView();
  return (
    <>
      <p class="takeaway-title">
        <Words language={item.language}>{item.title}</Words>
      </p>
      <p>
        <Words language={item.language}>{item.body}</Words>
      </p>
      <p class="quiet small">
        {item.published ? t('desk.is_published') : t('desk.is_draft')}
        {item.author_name !== undefined && ` · ${item.author_name}`} · {timeOfDay(item.edited_at_ms)}
      </p>
      {item.warnings.map((warning) => (
        <p key={warning} class="hint warn">
          {t(`desk.${warning}`)}
        </p>
      ))}
      <div class="row">
        <Button label={t('button.edit')} about={item.title} press={edit} disabled={final_report !== null} />
        <CopyButton text={item.title} about={item.title} label={t('copy.title')} />
        {item.body !== '' && <CopyButton text={item.body} about={item.title} label={t('copy.body')} />}
      </div>
    </>
  );
}

function Editing({ item, preset }: { item: TakeawayView; preset: TakeawaysView['preset'] }) {
  const { live, drafts } = useRoundtable();
  const [saving, setSaving] = useState<string | null>(null);
  const title = drafts.of(draftNames.takeawayTitle(item.item));
  const body = drafts.of(draftNames.takeawayBody(item.item));
  const base = drafts.of(draftNames.takeawayBase(item.item));
  const stop = () => {
    base.value = title.value = body.value = '';
  };
  const save = (revision: number) => {
    const text = { title: title.value.trim(), body: body.value.trim() };
    setSaving(live.send({ type: 'takeaway.edit', data: { item: item.item, revision, ...text } }));
  };
  const same = item.title === title.value.trim() && item.body === body.value.trim();
  const waiting = live.waiting.value.some((entry) => entry.id === saving);
  // Saved by this edit, or by somebody else to the same words: nothing is left to decide.
  if (same && item.revision > Number(base.value)) {
    queueMicrotask(stop);
    return null;
  }
  if (item.revision > Number(base.value) && !waiting) {
    return (
      <TakeawayConflict
        item={item}
        title={title}
        body={body}
        base={base}
        takeTheirs={stop}
        keepMine={() => {
          base.value = String(item.revision);
          save(item.revision);
        }}
      />
    );
  }
  const submit = (event: Event) => {
    event.preventDefault();
    if (title.value.trim() === '') return;
    if (same) stop();
    else save(Number(base.value));
  };
  return (
    <form class="form" onSubmit={submit}>
      <TakeawayFields title={title} body={body} preset={preset} />
      <div class="row">
        <button type="submit" class="button primary" aria-disabled={waiting}>
          {waiting ? t('button.sending') : t('button.save')}
        </button>
        <Button label={t('button.cancel')} press={stop} />
      </div>
    </form>
  );
}
