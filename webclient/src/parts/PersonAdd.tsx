import { useState } from 'preact/hooks';
import { characters } from '@/core/limits';
import { t } from '@/text';
import { Button } from './Button';
import { useRoundtable } from './context';
import { TextField } from './Field';
import { ProfileFields } from './ProfileFields';
import { draftOf, type ProfileDraft, profileOf } from './profile_choices';

/** A person without a device, in two taps: a name (or a seat), and Add. The rest can be told later. */
export function PersonAdd({ added }: { added: (name: string) => void }) {
  const { live } = useRoundtable();
  const fresh: ProfileDraft = { ...draftOf(null), modality: 'onsite' };
  const [draft, setDraft] = useState(fresh);
  const [more, setMore] = useState(false);
  const add = (event: Event) => {
    event.preventDefault();
    if (draft.name.trim() === '') return;
    live.send({ type: 'person.add', data: { profile: profileOf(draft) } });
    added(draft.name.trim());
    setDraft(fresh);
    setMore(false);
  };
  return (
    <form class="card form person-add" onSubmit={add} aria-label={t('steward.add_title')}>
      <h2 class="eyebrow">{t('steward.add_title')}</h2>
      {more ? (
        <ProfileFields draft={draft} change={setDraft} />
      ) : (
        <TextField
          label={t('steward.name')}
          hint={t('steward.name_hint')}
          value={draft.name}
          change={(name) => setDraft({ ...draft, name })}
          limit={characters.name}
          required
        />
      )}
      <div class="row">
        <button type="submit" class="button primary" data-testid="person-add">
          {t('steward.add')}
        </button>
        <Button label={more ? t('steward.less') : t('steward.more')} expanded={more} press={() => setMore(!more)} />
      </div>
    </form>
  );
}
