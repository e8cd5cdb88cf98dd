import { useState } from 'preact/hooks';
import type { PersonView } from '@/core/types';
import { t } from '@/text';
import { place } from '@/text/format';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { CueMenu } from './Cues';
import { useView } from './context';
import { DeviceDialog, mayGiveWayBack } from './DeviceDialog';
import { TextField } from './Field';
import { MergedEntries, MergePeopleDialog, mayBeMerged } from './MergePeopleDialog';
import { aboutPerson, PersonName } from './Person';
import { PhoneLinkDialog } from './PhoneLinkDialog';
import { ProfileDialog } from './ProfileDialog';
import { ProxyQuestionDialog } from './ProxyQuestionDialog';
import { matching } from './people_search';
import { Gone, StillList, StillNews, useStill } from './StillList';
import { ProxyHandDialog } from './TypedHand';

const shownAtMost = 60;
type Open = { dialog: 'question' | 'hand' | 'phone' | 'profile' | 'device' | 'merge'; person: PersonView } | null;

interface Props {
  search: string;
  setSearch: (search: string) => void;
}

/** Everybody whom a steward may speak for. People without a device come first: they have nobody else. */
export function PeopleList({ search, setSearch }: Props) {
  const { people } = useView();
  const [withoutDevice, setWithoutDevice] = useState(false);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const wanted = matching(people, search).filter((person) => !withoutDevice || !person.has_device);
  const sorted = wanted.sort((a, b) => Number(a.has_device) - Number(b.has_device) || b.person - a.person);
  const still = useStill(sorted.slice(0, shownAtMost), (person) => person.person, `${withoutDevice} ${search}`);
  return (
    <section class="people" aria-labelledby="people-title">
      <div class="split still-head">
        <h2 id="people-title" class="eyebrow">
          {t('people.title', { count: people.length })}
        </h2>
        <StillNews still={still} />
      </div>
      <div class="row">
        <TextField label={t('people.search')} type="search" value={search} change={setSearch} />
        <Button
          label={t('people.without_device')}
          pressed={withoutDevice}
          press={() => setWithoutDevice(!withoutDevice)}
        />
      </div>
      {sorted.length === 0 && <p class="quiet">{t('people.nobody_found')}</p>}
      <StillList still={still} class="plain-list ruled">
        {(person) => <PersonRow person={person} open={setOpen} />}
      </StillList>
      {sorted.length > shownAtMost && (
        <p class="quiet small">{t('people.more', { count: sorted.length - shownAtMost })}</p>
      )}
      {open?.dialog === 'question' && <ProxyQuestionDialog person={open.person} close={close} />}
      {open?.dialog === 'hand' && <ProxyHandDialog person={open.person} close={close} />}
      {open?.dialog === 'phone' && <PhoneLinkDialog person={open.person} close={close} />}
      {open?.dialog === 'device' && <DeviceDialog person={open.person} close={close} />}
      {open?.dialog === 'merge' && <MergePeopleDialog person={open.person} close={close} />}
      {open?.dialog === 'profile' && (
        <ProfileDialog person={open.person.person} profile={open.person} close={close} acts />
      )}
    </section>
  );
}

function PersonRow({ person, open }: { person: PersonView; open: (open: Open) => void }) {
  const { floor, me } = useView();
  const hand = floor.queue.find((waiting) => waiting.person === person.person);
  const about = person.name;
  return (
    <li class="person-row" data-testid={`person-${person.person}`}>
      <div>
        <p>
          <PersonName name={person.name} group={person.stakeholder_group} guest={person.guest} />
          <Gone />
          {!person.has_device && <span class="chip">{t('people.no_device')}</span>}
          {hand !== undefined && <span class="chip">{t('people.hand_at', { place: place(hand.position) })}</span>}
        </p>
        <p class="quiet small">{aboutPerson(person)}</p>
        <MergedEntries person={person} />
      </div>
      <div class="row">
        {hand === undefined ? (
          <ActionButton
            command={{ type: 'hand.raise', data: { kind: 'intervention', for: person.person } }}
            label={t('steward.raise')}
            kind="primary"
            about={about}
          />
        ) : (
          <ActionButton
            command={{ type: 'hand.lower', data: { hand: hand.hand } }}
            label={t('hand.lower_short')}
            about={about}
          />
        )}
        {(!person.has_device || me.may.includes('floor.give')) && (
          <Button label={t('typed.proxy')} about={about} press={() => open({ dialog: 'hand', person })} />
        )}
        <Button label={t('steward.ask')} about={about} press={() => open({ dialog: 'question', person })} />
        <Button label={t('steward.profile')} about={about} press={() => open({ dialog: 'profile', person })} />
        {person.has_device && <CueMenu person={person.person} name={person.name} />}
        {person.has_device && mayGiveWayBack(me, person) && (
          <Button label={t('device.way_back')} about={about} press={() => open({ dialog: 'device', person })} />
        )}
        {mayBeMerged(person) && (
          <Button label={t('merge_people.open')} about={about} press={() => open({ dialog: 'merge', person })} />
        )}
        {!person.has_device && (
          <Button label={t('steward.phone')} about={about} press={() => open({ dialog: 'phone', person })} />
        )}
      </div>
    </li>
  );
}
