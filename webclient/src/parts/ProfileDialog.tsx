import { useState } from 'preact/hooks';
import type { Id, Profile } from '@/core/types';
import { t } from '@/text';
import { useRoundtable } from './context';
import { Dialog } from './Dialog';
import { ProfileFields } from './ProfileFields';
import { draftOf, profileOf } from './profile_choices';

interface Props {
  person: Id;
  profile: Profile;
  close: () => void;
}

export function ProfileDialog({ person, profile, close }: Props) {
  const { live } = useRoundtable();
  const [draft, setDraft] = useState(draftOf(profile));
  const save = (event: Event) => {
    event.preventDefault();
    live.send({ type: 'person.update', data: { person, profile: profileOf(draft) } });
    close();
  };
  return (
    <Dialog title={t('profile.correct')} close={close}>
      <form onSubmit={save} class="form">
        <ProfileFields draft={draft} change={setDraft} />
        <button type="submit" class="button primary">
          {t('button.save')}
        </button>
      </form>
    </Dialog>
  );
}
