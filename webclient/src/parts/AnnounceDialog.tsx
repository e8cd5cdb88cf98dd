import { characters } from '@/core/limits';
import { t } from '@/text';
import { useRoundtable, useView } from './context';
import { Dialog } from './Dialog';
import { draftNames } from './draft_names';
import { AreaField } from './Field';
import { likelyLanguages } from './written_in';

export function AnnounceDialog({ close }: { close: () => void }) {
  const { live, drafts } = useRoundtable();
  const language = likelyLanguages(useView())[0] ?? 'en';
  const draft = drafts.of(draftNames.announcement);
  const announce = (event: Event) => {
    event.preventDefault();
    const text = draft.value.trim();
    if (text === '') return;
    live.send({ type: 'announce', data: { text, language } });
    draft.value = '';
    close();
  };
  return (
    <Dialog title={t('announce.title')} close={close}>
      <form class="form" onSubmit={announce}>
        <AreaField
          label={t('announce.label')}
          hint={t('announce.hint')}
          value={draft.value}
          change={(text) => {
            draft.value = text;
          }}
          limit={characters.announcement}
          required
        />
        <button type="submit" class="button primary">
          {t('announce.send')}
        </button>
      </form>
    </Dialog>
  );
}
