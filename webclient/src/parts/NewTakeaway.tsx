import { useState } from 'preact/hooks';
import type { TakeawayKind } from '@/core/types';
import { t } from '@/text';
import { useRoundtable, useView } from './context';
import { draftNames } from './draft_names';
import { ChoiceField } from './Field';
import { TakeawayFields } from './TakeawayFields';
import { takeawayKinds } from './TakeawayList';
import { likelyLanguages } from './written_in';

export function NewTakeaway() {
  const { live, drafts } = useRoundtable();
  const view = useView();
  const [kind, setKind] = useState<TakeawayKind>('takeaway');
  const title = drafts.of(draftNames.takeawayTitle('new'));
  const body = drafts.of(draftNames.takeawayBody('new'));
  const language = likelyLanguages(view)[0] ?? 'en';
  const add = (event: Event) => {
    event.preventDefault();
    if (title.value.trim() === '') return;
    live.send({
      type: 'takeaway.draft',
      data: { kind, title: title.value.trim(), body: body.value.trim(), language },
    });
    title.value = '';
    body.value = '';
  };
  return (
    <form class="card form" onSubmit={add} aria-label={t('desk.new')} data-testid="takeaway-new">
      <ChoiceField
        label={t('desk.kind')}
        value={kind}
        choices={takeawayKinds.map((each) => [each, t(`takeaway_kind.${each}`)] as const)}
        change={setKind}
      />
      <TakeawayFields title={title} body={body} preset={view.takeaways.preset} />
      <button type="submit" class="button primary">
        {t('desk.add')}
      </button>
    </form>
  );
}
