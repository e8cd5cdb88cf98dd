import { useState } from 'preact/hooks';
import type { Id, Profile } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { DeviceDialog } from './DeviceDialog';
import { Dialog } from './Dialog';
import { ExtraTime } from './ExtraTime';
import { NameOnScreens } from './NamesToPass';
import { ProfileFields } from './ProfileFields';
import { draftOf, profileOf } from './profile_choices';

interface Props {
  person: Id;
  profile: Profile;
  close: () => void;
  /** What staff do about the person beside correcting. */
  acts?: boolean;
}

/** The way to a second device stands where people look after their own entry. */
function OwnDevices() {
  const [open, setOpen] = useState(false);
  return (
    <div class="row">
      <Button label={t('device.open')} press={() => setOpen(true)} testid="other-device" />
      {open && <DeviceDialog close={() => setOpen(false)} />}
    </div>
  );
}

export function ProfileDialog({ person, profile, close, acts }: Props) {
  const { live } = useRoundtable();
  const { me, people } = useView();
  const known = people.find((each) => each.person === person);
  const [draft, setDraft] = useState(draftOf(profile));
  const save = (event: Event) => {
    event.preventDefault();
    live.send({ type: 'person.update', data: { person, profile: profileOf(draft) } });
    close();
  };
  return (
    <Dialog title={t('profile.correct')} close={close}>
      {acts && <NameOnScreens person={person} />}
      {acts && known !== undefined && <ExtraTime person={known} />}
      <form onSubmit={save} class="form">
        <ProfileFields draft={draft} change={setDraft} />
        <div class="row">
          <button type="submit" class="button primary">
            {t('button.save')}
          </button>
          {me.participant !== person && (
            <ActionButton
              command={{ type: 'person.remove', data: { person } }}
              label={t('steward.remove')}
              kind="danger"
              confirm={() => window.confirm(t('steward.remove_confirm', { name: profile.name }))}
              sent={close}
            />
          )}
        </div>
      </form>
      {me.participant === person && <OwnDevices />}
    </Dialog>
  );
}
